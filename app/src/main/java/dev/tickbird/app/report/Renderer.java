// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.app.report;

import java.io.IOException;

/// Tells a report in one form.
public interface Renderer {

    void render(Report report, Appendable out) throws IOException;
}

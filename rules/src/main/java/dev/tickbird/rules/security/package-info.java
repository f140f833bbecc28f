// SPDX-License-Identifier: Apache-2.0
/// Who may do more than intended: authentication, privileges, row security, definer functions.
package dev.tickbird.rules.security;

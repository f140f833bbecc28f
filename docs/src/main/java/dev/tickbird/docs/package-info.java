// SPDX-License-Identifier: Apache-2.0
/// The reference, made from the program itself, and what the tests of the documents share.
///
/// In comes the catalogue, the observatory and the command line, out go the pages of `docs/reference`. Start
/// at {@link dev.tickbird.docs.Reference}. {@link dev.tickbird.docs.JavaSource} and
/// {@link dev.tickbird.docs.Stats} measure the sources, and use nothing but the JDK, so that `./dev stats`
/// needs no build.
///
/// Must stay true: the same sources give the same pages; every page says which file to edit instead of it.
@NullMarked
package dev.tickbird.docs;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.observe.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// `~/.pgpass`: lines of `host:port:database:role:password`, where `*` stands for anything and a backslash before `:`
/// or `\` for the character itself. The first line that matches counts. A file that others may read is not used,
/// as in libpq.
final class PasswordFile {

    private static final Set<PosixFilePermission> OPEN = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path file;
    private final List<String> lines;

    private PasswordFile(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /// @param warnings is told if the file cannot be used
    static PasswordFile read(Path file, Consumer<String> warnings) {
        try {
            if (!Files.exists(file)) {
                return new PasswordFile(file, List.of());
            }
            if (!Files.isRegularFile(file)) {
                warnings.accept("password file \"" + file + "\" is not a plain file and is not used");
                return new PasswordFile(file, List.of());
            }
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OPEN::contains)) {
                warnings.accept("password file \"" + file + "\" has group or world access and is not used;"
                        + " permissions should be u=rw (0600) or less");
                return new PasswordFile(file, List.of());
            }
            return new PasswordFile(file, Files.readAllLines(file));
        } catch (IOException e) {
            warnings.accept("could not read password file \"" + file + '"');
            return new PasswordFile(file, List.of());
        }
    }

    Optional<Password> password(String host, int port, String database, String role) {
        List<String> wanted = List.of(host, String.valueOf(port), database, role);
        for (int i = 0; i < lines.size(); i++) {
            List<String> fields = lines.get(i).startsWith("#") ? List.of() : fields(lines.get(i));
            if (fields.size() > wanted.size() && matches(fields, wanted)) {
                return Optional.of(new Password(plain(fields.get(wanted.size())), file + " line " + (i + 1)))
                        .filter(password -> !password.text().isEmpty());
            }
        }
        return Optional.empty();
    }

    private static boolean matches(List<String> fields, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals("*") && !plain(fields.get(i)).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// The parts between colons, their backslashes still in them: `\*` is no wildcard.
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == ':') {
                fields.add(line.substring(start, i));
                start = i + 1;
            }
        }
        fields.add(line.substring(start));
        return fields;
    }

    private static String plain(String field) {
        return field.replaceAll("\\\\(.)", "$1");
    }
}

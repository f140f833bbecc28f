// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `./dev bench`: measures, and says what came out.
public final class Bench {

    private static final List<Integer> SIZES = List.of(1_000, 10_000, 50_000);
    private static final String HELP = """
            ./dev bench check    a check of 1,000, 10,000 and 50,000 tables, and what its time goes to
            ./dev bench start    how long the program takes to start, and to check a small database
            ./dev bench load     what a check every 10 seconds costs a busy server
            ./dev bench peers    the same tables examined by us and by others in turns
            ./dev bench all      all of these, written to docs/internals/figures.md

              --pg MAJOR         on this PostgreSQL (default: 18)
              --tables N,N       with so many tables
            """;

    private Bench() {}

    public static void main(String[] arguments) {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        int major = Integer.parseInt(option(words, "--pg", "18"));
        List<Integer> sizes = Arrays.stream(option(words, "--tables", "").split(","))
                .filter(size -> !size.isEmpty())
                .map(Integer::valueOf)
                .toList();
        String what = words.isEmpty() ? "help" : words.getFirst();
        List<Integer> tables = sizes.isEmpty() ? SIZES : sizes;
        PrintStream out = System.out;
        switch (what) {
            case "check" -> out.println(Growth.measure(major, tables).markdown());
            case "start" -> out.println(Start.measure(major).markdown());
            case "load" -> out.println(Load.measure(major).markdown());
            case "peers" -> out.println(Peers.measure(major).markdown());
            case "all" -> all(major, tables, out);
            case "help" -> out.print(HELP);
            default -> {
                out.println("bench: there is nothing called \"" + what + "\" to measure");
                out.print(HELP);
                System.exit(2);
            }
        }
    }

    private static void all(int major, List<Integer> tables, PrintStream out) {
        double load = Machine.load();
        Figures figures = new Figures(
                major,
                load,
                List.of(
                        Start.measure(major),
                        Growth.measure(major, tables),
                        Load.measure(major),
                        Peers.measure(major)));
        figures.write(Path.of(System.getProperty("tickbird.root", ".")));
        out.println(figures.markdown());
    }

    private static String option(List<String> words, String name, String otherwise) {
        int place = words.indexOf(name);
        if (place < 0 || place + 1 >= words.size()) {
            return otherwise;
        }
        words.remove(place);
        return words.remove(place);
    }
}

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
            ./dev bench twin     how true a twin plans, how fast it is built, what disk it takes
            ./dev bench all      all of these, written to docs/internals/figures.md

              --pg MAJOR         on this PostgreSQL (default: 18); twin takes several: --pg 14,18
              --tables N,N       with so many tables
              --scale N          twin: with so many rows, 1 for 8.7 million of TPC-H (default: 1)
              --source NAME      twin: tpch, own or all (default: all)
            """;

    private Bench() {}

    public static void main(String[] arguments) {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        List<Integer> majors = numbers(option(words, "--pg", "18"));
        int major = majors.getLast();
        List<Integer> sizes = numbers(option(words, "--tables", ""));
        double scale = Double.parseDouble(option(words, "--scale", "1"));
        List<PlanSource> sources = PlanSource.named(option(words, "--source", "all"));
        String what = words.isEmpty() ? "help" : words.getFirst();
        List<Integer> tables = sizes.isEmpty() ? SIZES : sizes;
        PrintStream out = System.out;
        if (sources.isEmpty()) {
            out.println("bench: the sources are tpch, own and all");
            System.exit(2);
        }
        switch (what) {
            case "check" -> out.println(Growth.measure(major, tables).markdown());
            case "start" -> out.println(Start.measure(major).markdown());
            case "load" -> out.println(Load.measure(major).markdown());
            case "peers" -> out.println(Peers.measure(major).markdown());
            case "twin" -> out.println(TwinBench.measure(majors, scale, sources).markdown());
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
                        Peers.measure(major),
                        TwinBench.measure(List.of(major), 1, PlanSource.named("all"))));
        figures.write(Path.of(System.getProperty("tickbird.root", ".")));
        out.println(figures.markdown());
    }

    private static List<Integer> numbers(String list) {
        return Arrays.stream(list.split(","))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
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

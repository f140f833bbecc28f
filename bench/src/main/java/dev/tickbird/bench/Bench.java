// SPDX-License-Identifier: Apache-2.0
package dev.tickbird.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// `./dev bench`: measures, and says what came out.
public final class Bench {

    private static final PrintStream OUT = System.out;
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 50_000);
    private static final List<Integer> MAJORS = List.of(14, 15, 16, 17, 18);
    private static final int NEWEST = MAJORS.getLast();
    private static final double SCALE = 1;
    private static final double SCALE_WITHIN_ALL = 0.05; // so that five majors take two minutes

    private static final String HELP = """
            ./dev bench check    a check of 1,000, 10,000 and 50,000 tables, and what its time goes to
            ./dev bench start    how long the program takes to start, and to check a small database
            ./dev bench load     what a check every 10 seconds costs a busy server
            ./dev bench peers    the same tables examined by us and by others in turns
            ./dev bench twin     how true a twin plans, how fast it is built, what disk it takes
            ./dev bench ward     how many planted sicknesses are found, and false alarms of the healthy
            ./dev bench all      all of these in 20 minutes, written to docs/internals/figures.md

              --pg MAJOR         on this PostgreSQL (default: 18); twin and ward take several: --pg 14,18
                                 (default within all: 14 to 18)
              --tables N,N       with so many tables
              --scale N          twin: with so many rows, 1 for 8.7 million of TPC-H (default: 1, within all 0.05)
              --source NAME      twin: tpch, own or all (default: all)
            """;

    private Bench() {}

    public static void main(String[] arguments) {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        List<Integer> majors = numbers(option(words, "--pg", ""));
        int major = majors.isEmpty() ? NEWEST : majors.getLast();
        List<Integer> sizes = numbers(option(words, "--tables", ""));
        String scale = option(words, "--scale", "");
        List<PlanSource> sources = PlanSource.named(option(words, "--source", "all"));
        String what = words.isEmpty() ? "help" : words.getFirst();
        if (sources.isEmpty()) {
            OUT.println("bench: the sources are tpch, own and all");
            System.exit(2);
        }
        List<Integer> tables = sizes.isEmpty() ? SIZES : sizes;
        switch (what) {
            case "check" -> tell(() -> Growth.measure(major, tables));
            case "start" -> tell(() -> Start.measure(major));
            case "load" -> tell(() -> Load.measure(major));
            case "peers" -> tell(() -> Peers.measure(major));
            case "ward" -> tell(() -> WardScore.measure(majors.isEmpty() ? List.of(NEWEST) : majors));
            case "twin" ->
                tell(() ->
                        TwinBench.measure(majors.isEmpty() ? List.of(NEWEST) : majors, number(scale, SCALE), sources));
            case "all" ->
                all(
                        major,
                        tables,
                        () -> TwinBench.measure(
                                majors.isEmpty() ? MAJORS : majors, number(scale, SCALE_WITHIN_ALL), sources));
            case "help" -> OUT.print(HELP);
            default -> {
                OUT.println("bench: there is nothing called \"" + what + "\" to measure");
                OUT.print(HELP);
                System.exit(2);
            }
        }
    }

    private static void all(int major, List<Integer> tables, Supplier<Chapter> twin) {
        double load = Machine.load();
        List<Chapter> chapters = List.of(
                tell(() -> Start.measure(major)),
                tell(() -> Growth.measure(major, tables)),
                tell(() -> Load.measure(major)),
                tell(() -> Peers.measure(major)),
                tell(() -> WardScore.measure(List.of(major))),
                tell(twin));
        new Figures(major, load, chapters).write(Path.of(System.getProperty("tickbird.root", ".")));
    }

    /// As soon as it is known, for the next takes minutes.
    private static Chapter tell(Supplier<Chapter> measurement) {
        Chapter chapter = Chapter.timed(measurement);
        OUT.println(chapter.markdown());
        return chapter;
    }

    private static double number(String text, double otherwise) {
        return text.isEmpty() ? otherwise : Double.parseDouble(text);
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

using System.Globalization;
using System.Text.Json;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Cli;

namespace DelingIPraksis.Web.Tests.Pairing;

public sealed class PairCommandTests
{
    [Fact]
    public async Task Pairs_those_who_have_never_met_and_says_why()
    {
        var answer = await GoodAsync("""
            {"parties": ["Stad", "Arendal", "Bergen", "Asker"],
             "history": [{"date": "2020-11-09", "groups": [["Stad", "Bergen"], ["Arendal", "Asker"]]},
                         {"date": "2021-06-07", "groups": [["Stad", "Arendal"], ["Bergen", "Asker"]]}],
             "seed": 7}
            """);
        Assert.Equal(
            ["Arendal + Bergen", "Asker + Stad"],
            Groups(answer).Select(group => string.Join(" + ", group.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)
        );
        Assert.Equal(0, answer.GetProperty("cost").GetProperty("timesMetSquared").GetInt64());
        Assert.True(answer.GetProperty("optimal").GetBoolean());
        Assert.Equal("dynamic-program", answer.GetProperty("solver").GetString());
        Assert.Equal(answer.GetProperty("cost").GetRawText(), answer.GetProperty("lowerBound").GetRawText());
        Assert.True(answer.GetProperty("milliseconds").GetDouble() > 0);
        Assert.All(
            answer.GetProperty("reasons").EnumerateArray(),
            reasons => Assert.Contains("ikke vært i par før", reasons[0].GetProperty("text").GetString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Counts_the_square_of_how_often_two_have_met()
    {
        var answer = await GoodAsync("""
            {"parties": ["A", "B"],
             "history": [{"date": "2020-01-01", "groups": [["A", "B"]]}, {"date": "2021-01-01", "groups": [["B", "A"]]},
                         {"date": "2022-01-01", "groups": [["A", "B", "gone"]]}]}
            """);
        Assert.Equal(9, answer.GetProperty("cost").GetProperty("timesMetSquared").GetInt64());
    }

    [Fact]
    public async Task Keeps_pins_and_prohibitions_and_listens_to_asks_and_offers()
    {
        var pinned = await GoodAsync("""{"parties": ["A", "B", "C", "D"], "pinned": [["A", "C"]], "forbidden": [["A", "B"]]}""");
        Assert.Contains(Groups(pinned), group => group.ToHashSet().SetEquals(["A", "C"]));
        var asked = await GoodAsync("""
            {"parties": ["A", "B", "C", "D"], "asks": {"A": "lager for byggevarer", "D": "møbler"},
             "offers": {"D": "lager til leie", "A": "brukte møbler"}}
            """);
        Assert.Contains(Groups(asked), group => group.ToHashSet().SetEquals(["A", "D"]));
    }

    [Theory]
    [InlineData("""{"parties": ["A", "B", "C", "D"], "right": [["A", "C"]], "wrong": [["B", "D"]]}""", 0)]
    [InlineData("""{"parties": ["A", "B", "C", "D"], "right": [["A", "C"], ["B", "D"]]}""", -2)]
    [InlineData("party;A\nparty;B\nparty;C\nparty;D\nright;A;C\nright;B;D", -2)]
    [InlineData("party;A\nparty;B\nwrong;A;B", 1)]
    public async Task Those_who_were_right_for_each_other_are_listened_to_last(string file, int cost) =>
        Assert.Equal(cost, (await GoodAsync(file)).GetProperty("cost").GetProperty("rightPartner").GetInt64());

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(11, 5, 1)]
    [InlineData(57, 28, 1)]
    public async Task Nobody_is_alone_and_an_odd_number_has_one_trio(int parties, int groups, int trios)
    {
        var answer = await GoodAsync(
            JsonSerializer.Serialize(new { parties = Enumerable.Range(1, parties).Select(number => $"Kommune {number}") })
        );
        var sizes = Groups(answer).Select(group => group.Count).ToList();
        Assert.Equal((groups, trios), (sizes.Count, sizes.Count(size => size == 3)));
        Assert.All(sizes, size => Assert.InRange(size, 2, 3));
        Assert.True(answer.GetProperty("optimal").GetBoolean());
    }

    [Fact]
    public async Task Csv_asks_the_same_as_json()
    {
        var json = await GoodAsync("""
            {"parties": ["Stad", "Ås", "Bergen"], "asks": {"Stad": "lager, og folk"}, "offers": {"Ås": "lager til leie"},
             "history": [{"date": "2020-11-09", "groups": [["Stad", "Ås"]]}], "forbidden": [], "seed": 3}
            """);
        var csv = await GoodAsync(
            "party;Stad;\"lager, og folk\"\nparty;Ås;;lager til leie\nparty;Bergen;;\nhistory;2020-11-09;Stad;Ås\nseed;3\n"
        );
        Assert.Equal(json.GetProperty("groups").GetRawText(), csv.GetProperty("groups").GetRawText());
        Assert.Equal(json.GetProperty("cost").GetRawText(), csv.GetProperty("cost").GetRawText());
    }

    [Theory]
    [InlineData("""{"parties": ["A", "B", "A"]}""", "A står i listen to ganger.")]
    [InlineData("""{"parties": ["A", "A\u030A", "\u00C5"]}""", "Å står i listen to ganger.")]
    [InlineData("""{"parties": ["A", " "]}""", "mangler navn")]
    [InlineData("""{"parties": ["A"]}""", "bare A her")]
    [InlineData("""{"parties": ["A", "B"], "pinned": [["A", "X"]]}""", "X er ikke med")]
    [InlineData("""{"parties": ["A", "B"], "right": [["A", "X"]]}""", "X er ikke med")]
    [InlineData("party;A\nparty;B\nwrong;A", "Linje 3 skal ha to navn etter wrong.")]
    [InlineData("""{"parties": ["A", "B"], "pinned": [["A", "A"]]}""", "A kan ikke være i par med seg selv")]
    [InlineData("""{"parties": ["A", "B"], "pinned": [["A", "B", "A"]]}""", "må ha to navn")]
    [InlineData("""{"parties": ["A", "B"], "forbidden": [["A", "B"]]}""", "A og B skal aldri være sammen")]
    [InlineData("""{"parties": ["A", "B", "C", "D"], "pinned": [["A", "B"], ["A", "C"]]}""", "skal være sammen")]
    [InlineData("""{"parties": ["A", "B"], "asks": {"X": "noe"}}""", "«X» i asks er ikke blant deltakerne")]
    [InlineData("""{"parties": ["A", "B"], "forbiden": [["A", "B"]]}""", "«forbiden» i linje 1 er ukjent")]
    [InlineData(
        """{"parties": ["A", "B"], "history": [{"date": "2020-11-09", "groups": [["A", "A"]]}]}""",
        "A står to ganger i samme gruppe"
    )]
    [InlineData("""{"parties": [1, 2]}""", "«parties[0]» i linje 1")]
    [InlineData("""{"parties": ["A", "B"], "seed": "x"}""", "«seed» i linje 1")]
    [InlineData("""{"parties": null}""", "«parties» mangler")]
    [InlineData("""{"parties": ["A", "B"], "history": [{"date": "9.11.2020", "groups": []}]}""", "JSON-en lar seg ikke lese")]
    [InlineData("""{"pinned": []}""", "«parties» mangler")]
    [InlineData("""{"parties": ["A", "B"], "groups": [["A", "B"]]}""", "Fila har groups, som bare blir vurdert med --check.")]
    [InlineData("""{"parties": ["A", "B", "C"], "rounds": 3}""", "Med 3 deltakere møter alle de samme igjen i hver runde.")]
    [InlineData("""{"parties": ["A", "B", "C", "D"], "rounds": 4}""", "«rounds» skal være 1, 2 eller 3; der står 4.")]
    [InlineData("party;A\nparty;B\nrounds;to", "Linje 3 skal ha ett tall etter rounds")]
    [InlineData("{", "linje 1 hører ikke til et helt objekt")]
    [InlineData("parties;A;B", "Linje 1")]
    [InlineData("navn;spør om;deler\nparty;A", "Linje 1 begynner med «navn». Er det en overskrift, så ta den bort")]
    [InlineData("party;A\nparti;B", "Linje 2 begynner med «parti». En linje begynner med party")]
    [InlineData("party;A\nparty;B\npinned;A", "Linje 3 skal ha to navn etter pinned.")]
    [InlineData("party;A;b;c;d", "Linje 1 skal ha ett navn etter party")]
    [InlineData("party;A\nhistory;i går;A;B", "Linje 2")]
    public async Task Says_what_is_wrong(string text, string sentence)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(ExitCode.Failed, await PairCommand.AnswerAsync(text, output, error));
        Assert.Contains(sentence, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Theory]
    [InlineData("""{"parties": ["A", "B", "C", "D"], "rounds": 3, "pinned": [["A", "C"]]}""")]
    [InlineData("party;A\nparty;B\nparty;C\nparty;D\npinned;A;C\nrounds;3")]
    public async Task Plans_several_rounds_together_with_new_partners_in_each(string text)
    {
        var answer = await GoodAsync(text);
        var rounds = answer.GetProperty("rounds").EnumerateArray().Select(Groups).ToList();
        Assert.Contains(rounds[0], group => group.ToHashSet().SetEquals(["A", "C"]));
        var groups = rounds.SelectMany(groups => groups).Select(group => string.Concat(group.Order(StringComparer.Ordinal)));
        Assert.Equal(6, groups.Distinct().Count());
        Assert.Equal(0, answer.GetProperty("repeats").GetInt32());
        Assert.True(answer.GetProperty("optimal").GetBoolean());
        Assert.Equal(2, answer.GetProperty("rounds")[0].GetProperty("reasons").GetArrayLength());
    }

    [Fact]
    public async Task Says_who_meets_again_when_that_cannot_be_avoided()
    {
        var answer = await GoodAsync("""{"parties": ["A", "B", "C", "D", "E"], "rounds": 2}""");
        Assert.Equal((1, true), (answer.GetProperty("repeats").GetInt32(), answer.GetProperty("fewestRepeats").GetBoolean()));
        Assert.Contains("møtes også i en tidligere runde i dag", answer.GetProperty("rounds")[1].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judges_groups_made_by_hand_rule_by_rule()
    {
        var answer = await GoodAsync(
            """
            {"parties": ["Stad", "Arendal", "Bergen", "Asker"],
             "history": [{"date": "2020-11-09", "groups": [["Stad", "Bergen"], ["Arendal", "Asker"]]}],
             "pinned": [["Stad", "Asker"]], "forbidden": [["Arendal", "Stad"]],
             "groups": [["stad", "Bergen kommune"], ["Asker", "Arendal"]]}
            """,
            check: true
        );
        Assert.Equal(
            [
                "pinned False: Asker og Stad skal være sammen: brutt av Asker + Stad.",
                "forbidden True: Arendal og Stad skal aldri være sammen: holdt.",
                "newPartner False: Ingen møter noen de har vært i par med før: brutt av Stad + Bergen, Asker + Arendal.",
                "notLastTime False: Ingen møter noen de var i par med forrige gang: brutt av Stad + Bergen, Asker + Arendal.",
            ],
            answer.GetProperty("rules").EnumerateArray().Select(rule =>
                $"{rule.GetProperty("code").GetString()} {rule.GetProperty("kept").GetBoolean()}: {rule.GetProperty("text").GetString()}")
        );
        Assert.Equal(["Stad + Bergen", "Asker + Arendal"], Groups(answer).Select(group => string.Join(" + ", group)));
        Assert.False(answer.GetProperty("optimal").GetBoolean());
        Assert.Equal((1, 2), (Part(answer, "distance", "brokenRules"), Part(answer, "distance", "timesMetSquared")));
        Assert.Equal((1, 2), (Part(answer, "cost", "brokenRules"), Part(answer, "cost", "timesMetSquared")));
        Assert.True(answer.GetProperty("best").GetProperty("optimal").GetBoolean());
        Assert.Equal(2, answer.GetProperty("best").GetProperty("groups").GetArrayLength());

        static long Part(JsonElement answer, string cost, string component) =>
            answer.GetProperty(cost).GetProperty(component).GetInt64();
    }

    [Theory]
    [InlineData("""{"parties": ["A", "B", "C"], "groups": [["C", "A", "B"]]}""")]
    [InlineData("party;A\nparty;B\nparty;C\ngroup;B;C;A\n")]
    [InlineData("""{"parties": [], "groups": []}""")]
    public async Task Groups_that_are_the_best_there_is_are_optimal_and_at_no_distance(string text)
    {
        var answer = await GoodAsync(text, check: true);
        Assert.True(answer.GetProperty("optimal").GetBoolean());
        Assert.All(answer.GetProperty("distance").EnumerateObject(), component => Assert.Equal(0, component.Value.GetInt64()));
    }

    [Fact]
    public async Task Judges_groups_also_when_the_rules_conflict()
    {
        var answer = await GoodAsync(
            """{"parties": ["A", "B"], "forbidden": [["A", "B"]], "groups": [["A", "B"]]}""", check: true);
        Assert.True(answer.GetProperty("optimal").GetBoolean());
        Assert.Equal(1, answer.GetProperty("best").GetProperty("cost").GetProperty("brokenRules").GetInt64());
    }

    [Theory]
    [InlineData("nb", """{"parties": ["A", "B"]}""", "«groups» mangler.")]
    [InlineData("nb", "{\"parties\": [\"A\", \"B\"],\n\"groups\": [\n[\"A\", \"X\"]]}", "Linje 3: X i gruppe 1 er ikke blant deltakerne.")]
    [InlineData("nn", "party;A\nparty;B\ngroup;A;B\ngroup;A\n", "Linje 4: A står to gonger i groups, andre gongen i gruppe 2.")]
    [InlineData("en", """{"parties": ["A", "B", "C", "D"], "groups": [["A", "B"]]}""", "In no group: C, D.")]
    [InlineData("nb", """{"parties": ["A", "B", "C"], "groups": [["A", "B"], ["C"]]}""", "Linje 1: Gruppe 2 har 1. En gruppe skal ha to")]
    [InlineData("nb", """{"parties": ["A", "B"], "groups": [null, ["A", "B"]]}""", "Linje 1: Gruppe 1 har 0.")]
    [InlineData("nb", "party;A\nparty;B\nparty;C\nparty;D\ngroup;A;B;C;D", "Linje 5: Gruppe 1 har 4.")]
    [InlineData("nb", "party;A\nparty;B\nparty;C\nparty;D\ngroup;A;B;C\ngroup;D", "Linje 5: Gruppe 1 har tre: A, B, C.")]
    [InlineData("nb", """{"parties": ["A", "B"], "groups": "A+B"}""", "«groups» i linje 1 er ukjent eller har feil form.")]
    [InlineData("nn", """{"parties": ["A", "B"], "rounds": 3, "groups": [["A", "B"]]}""", "--check vurderer éin runde om gongen.")]
    [InlineData("nb", "party;A\nparty;B\ngroup;", "Linje 3 skal ha navnene på dem som sitter sammen")]
    public async Task Says_why_groups_cannot_be_judged_and_where(string language, string text, string sentence)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.Equal(ExitCode.Failed, await PairCommand.AnswerAsync(text, output, error, check: true));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        Assert.Contains(sentence, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Theory]
    [InlineData("sep=;\nparty;Stad\nparty;Arendal\nhistory;2020-11-09;Stad;Arendal")]
    [InlineData("\uFEFF\"sep=;\"\r\nparty;Stad\r\nparty;Arendal\r\nhistory;09.11.2020;Stad;Arendal\r\n")]
    [InlineData("party\tStad\nparty\tArendal\n\n\t\t\nhistory\t2020-11-09\tStad\tArendal")]
    [InlineData("party,Stad\nparty,Arendal\nhistory,2020-11-09,STAD,Arendal kommune")]
    [InlineData("party;Stad\nparty;Arendal\nhistory;2020-11-09;stad kommune;\u200EArendal")]
    [InlineData("""{"parties": ["Stad", "Arendal"], "history": [{"date": "2020-11-09", "groups": [["stad", "Arendal kommune"]]}]}""")]
    public async Task Reads_what_spreadsheets_write_and_knows_those_who_met_however_they_are_written(string text)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(ExitCode.Done, await PairCommand.AnswerAsync(text, output, error));
        Assert.Equal("", error.ToString());
        Assert.Equal(1, JsonDocument.Parse(output.ToString()).RootElement.GetProperty("cost").GetProperty("timesMetSquared").GetInt64());
    }

    [Fact]
    public async Task Says_whom_of_the_history_nobody_here_is()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(
            ExitCode.Done,
            await PairCommand.AnswerAsync("party;Stad\nparty;Arendal\nhistory;2020-11-09;Stad;Arendahl\n", output, error)
        );
        Assert.Contains("Arendahl", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Stad", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1252)]
    [InlineData(10000)]
    [InlineData(1200)]
    public async Task The_program_reads_the_encodings_that_spreadsheets_save(int page)
    {
        var encoding = page == 1200 ? System.Text.Encoding.Unicode : System.Text.CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, [.. encoding.Preamble, .. encoding.GetBytes("party;Færder\nparty;Bø\n")]);
        var (exitCode, said) = await ApplicationProcess.RunToEndAsync("pair", file);
        File.Delete(file);
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal(
            ["Bø", "Færder"],
            JsonDocument
                .Parse(said)
                .RootElement.GetProperty("groups")[0]
                .EnumerateArray()
                .Select(name => name.GetString())
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_program_itself_answers_with_its_exit_code()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"parties": ["Stad", "Arendal"]}""");
        var (exitCode, said) = await ApplicationProcess.RunToEndAsync("pair", file);
        Assert.Equal(
            (ExitCode.Done, "Stad"),
            (
                exitCode,
                JsonDocument
                    .Parse(said)
                    .RootElement.GetProperty("groups")[0]
                    .EnumerateArray()
                    .Select(name => name.GetString())
                    .Max(StringComparer.Ordinal)
            )
        );
        File.Delete(file);
        Assert.Equal(ExitCode.Failed, (await ApplicationProcess.RunToEndAsync("pair", file)).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, (await ApplicationProcess.RunToEndAsync("pair")).ExitCode);
        Assert.Equal(ExitCode.WrongUsage, (await ApplicationProcess.RunToEndAsync("pair", file, "mer")).ExitCode);
        await File.WriteAllTextAsync(file, """{"parties": ["Stad", "Arendal"], "groups": [["Stad", "Arendal"]]}""");
        var (checkedCode, verdict) = await ApplicationProcess.RunToEndAsync("pair", "--check", file);
        Assert.Equal((ExitCode.Done, true), (checkedCode, JsonDocument.Parse(verdict).RootElement.GetProperty("optimal").GetBoolean()));
        File.Delete(file);
    }

    private static async Task<JsonElement> GoodAsync(string text, bool check = false)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await PairCommand.AnswerAsync(text, output, error, check);
        Assert.True(exitCode == ExitCode.Done, error.ToString());
        return JsonDocument.Parse(output.ToString()).RootElement;
    }

    private static List<List<string>> Groups(JsonElement answer) =>
        [
            .. answer
                .GetProperty("groups")
                .EnumerateArray()
                .Select(group => group.EnumerateArray().Select(name => name.GetString()!).ToList()),
        ];
}

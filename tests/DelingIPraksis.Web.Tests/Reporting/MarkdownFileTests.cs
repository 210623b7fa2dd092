using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed partial class MarkdownFileTests
{
    [Fact]
    public async Task The_publication_is_the_whole_report_and_nothing_of_who_wrote_what() => Assert.Equal(
        """
        # Kortreist samling 7. juni 2021

        Samling nr. 5 · 7. juni 2021 · Vert: Stad kommune · Digitalt

        Et nettverk av kommuner.

        ## Om samlingen og denne rapporten

        Stad var vert.

        Rapporten samler innleggene.

        ## Velkommen til Stad kommune

        Ordføreren ønsket velkommen.

        ## Bolk 1: Kortreiste sirkler

        Fire innlegg.

        ### Biogass i Viken

        Tord Araldsen (Viken fylkeskommune), Kari Nordmann

        Om å gjere meir av avfallet. Det er ikkje vanskeleg, seier dei.

        [Presentasjon: Biogass i Viken](<https://eksempel.no/biogass%20(1).pdf>)

        ### Gruppearbeid: Deling i praksis

        Kommunene satt sammen to og to.

        Disse arbeidet sammen:

        - Stad + Arendal
        - Bergen + Guovdageaidnu - Kautokeino

        ## Noen punkt fra gruppearbeidet

        ### Barrierer for sirkulærøkonomi

        Samlet fra det gruppene skrev.

        - Det mangler lager og måling
        - Folk kaster mer

        ### Muligheter for sirkulærøkonomi

        Samlet fra det gruppene skrev.

        - Gå sammen med frivilligheten

        ## Til slutt

        Takk for dagen.

        ## Hvem som var med

        4 deltakere på samlingen:

        - Kommuner: Stad, Arendal, Bergen, Guovdageaidnu - Kautokeino

        Laget med Deling i praksis

        """.ReplaceLineEndings("\n"),
        await Written.TextAsync(new MarkdownFile(), SampleGathering.Whole().Now, attributed: false));

    [Fact]
    public async Task The_archive_adds_sources_the_four_acts_and_all_notes()
    {
        var text = await Written.TextAsync(new MarkdownFile(), SampleGathering.Whole().Now, attributed: true);
        Assert.Contains(
            """
            - Det mangler lager og måling
              - Stad: Vi mangler et lager
              - Guovdageaidnu - Kautokeino: \=Ingen måler
            - Folk kaster mer
            """.ReplaceLineEndings("\n"),
            text, StringComparison.Ordinal);
        const string north = "Guovdageaidnu - Kautokeino";
        Assert.EndsWith(
            $$"""
            ## Vedlegg: Det partene skrev til hverandre

            ### Stad + Arendal

            #### Stad

            **Utfordring**

            Alt går i containeren.

            **Arendal kjenner igjen**

            Slik er det hos oss også.

            **Stad svarer Arendal**

            Vi inviterer dere på befaring.

            **Dette tar vi med hjem**

            Kartlegge én skole\
            Ansvar: Eiendomssjefen\
            Frist: 1. oktober 2021

            #### Arendal

            Ingenting er skrevet.

            ## Vedlegg: Alle lapper

            1. **Barriere · Stad · Stad + Arendal · 7. juni 2021 kl. 10.12 · Enige: Arendal · Stemmer: 1 · I punkt: Barriere 1**

               Vi mangler et lager

            2. **Mulighet · Arendal · Stad + Arendal · 7. juni 2021 kl. 10.12 · I punkt: Mulighet 1**

               Spør frivilligsentralen\
               De har lokaler

            3. **Barriere · {{north}} · Bergen + {{north}} · 7. juni 2021 kl. 10.12 · I punkt: Barriere 1**

               \=Ingen måler

            Laget med Deling i praksis

            """.ReplaceLineEndings("\n"),
            text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public async Task Hostile_text_becomes_no_markup(string text)
    {
        // An address that somebody writes is a link to that address, and to nothing else.
        var written = await Written.TextAsync(new MarkdownFile(), Hostile.Everywhere(text), attributed: true);
        var lines = WebLink().Replace(written, link =>
            link.Value.Contains("(<https://eksempel.no/", StringComparison.Ordinal) ? link.Value : "lenke").Split('\n');
        var whole = (await Written.TextAsync(new MarkdownFile(), SampleGathering.Whole().Now, attributed: true)).Split('\n');
        Assert.DoesNotContain(
            lines,
            line => line.Contains('<', StringComparison.Ordinal) && !line.Contains("](<https://eksempel.no/", StringComparison.Ordinal)
        );
        Assert.Equal(whole.Count(IsHeading), lines.Count(IsHeading));
        Assert.Equal(whole.Count(IsItem), lines.Count(IsItem));
        Assert.Single(Regex.Matches(string.Join('\n', lines), @"(?<!\\)\]\("), _ => true);
        Assert.DoesNotContain(
            lines,
            line => line.TrimStart().StartsWith("```", StringComparison.Ordinal) || line.TrimStart() is ['-', '-', '-', ..] or ['=', ..]
        );

        static bool IsHeading(string line) => line.TrimStart() is ['#', ..];
        static bool IsItem(string line) =>
            line.TrimStart() is ['-', ' ', ..] or ['+', ' ', ..] or ['*', ' ', ..]
            || (
                line.TrimStart() is [>= '0' and <= '9', ..] and var number
                && number.TrimStart("0123456789".ToCharArray()) is ['.' or ')', ' ', ..]
            );
    }

    [Fact]
    public async Task A_report_in_another_language_has_the_tools_words_in_it() =>
        Assert.Contains(
            "## Nokre punkt frå gruppearbeidet",
            await Written.TextAsync(new MarkdownFile(), SampleGathering.Whole(Language.Nynorsk).Now, attributed: false),
            StringComparison.Ordinal
        );

    [GeneratedRegex(@"\[(?:[^\[\]\\]|\\.)*\]\(<https?://[^<>\s]*>\)")]
    private static partial Regex WebLink();
}

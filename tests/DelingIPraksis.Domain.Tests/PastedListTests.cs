using System.Text.Json;
using CsCheck;

namespace DelingIPraksis.Domain.Tests;

public sealed class PastedListTests
{
    private static readonly JsonSerializerOptions _web = JsonSerializerOptions.Web;

    public static TheoryData<string, string, string[]> Corpus
    {
        get
        {
            using var file = typeof(PastedListTests).Assembly.GetManifestResourceStream("pasted-lists.json")!;
            var corpus = new TheoryData<string, string, string[]>();
            foreach (var pasted in JsonSerializer.Deserialize<Pasted[]>(file, _web)!) corpus.Add(pasted.From, pasted.Text, pasted.Items);
            return corpus;
        }
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public void A_list_is_read_as_it_was_meant(string from, string text, string[] items)
    {
        Assert.NotEmpty(from);
        Assert.Equal(items, PastedList.Items(text));
    }

    [Fact]
    public void No_letter_of_what_was_pasted_is_lost() =>
        Gen.String[Gen.Char["æ1.)(-•*§ \n\t\r"], 0, 40].Sample(text =>
            Assert.Equal(text.Count(letter => letter == 'æ'), string.Concat(PastedList.Items(text)).Count(letter => letter == 'æ')));

    private sealed record Pasted(string From, string Text, string[] Items);
}

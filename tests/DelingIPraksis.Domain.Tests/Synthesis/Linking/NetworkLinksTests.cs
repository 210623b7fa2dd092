using CsCheck;
using DelingIPraksis.Domain.Synthesis.Linking;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Domain.Tests.Synthesis.Linking;

/// <summary>Who could help whom: of the links that are suggested, people who know the work would keep at least seven of ten.</summary>
public sealed class NetworkLinksTests(ITestOutputHelper output)
{
    private static readonly LabelledLinks _labelled = LabelledLinks.Read();

    [Theory]
    [InlineData("all")]
    [InlineData("every second")]
    public void Seven_of_ten_suggested_links_are_kept(string set)
    {
        var seeks = _labelled.Seeks.Index().Where(seek => set == "all" || seek.Index % 2 == 1).Select(seek => seek.Item).ToList();
        var links = NetworkLinks.Find([.. seeks.Select(Said)], [.. _labelled.Offers.Select(Said)], Lexicon.Standard);
        var kept = links.Count(link => _labelled.IsKept(seeks[link.Seeks].Key, _labelled.Offers[link.Offers].Key));
        var wanted = _labelled.Kept.Count(pair => seeks.Exists(seek => seek.Key == pair.Seeks));
        output.WriteLine($"{set}: {links.Count} suggested, {kept} kept, {wanted} there are");
        foreach (var link in links)
        {
            var (seek, offer) = (seeks[link.Seeks], _labelled.Offers[link.Offers]);
            output.WriteLine($"{(_labelled.IsKept(seek.Key, offer.Key) ? "+" : "-")} {link.Strength:0.00} {seek.Text} | {offer.Text}");
        }

        Assert.True(kept >= 0.7 * links.Count, $"{kept} of {links.Count}");
        Assert.True(kept >= 0.4 * wanted, $"{kept} of the {wanted} there are");
    }

    [Fact]
    public void The_same_texts_give_the_same_links_in_any_order_and_never_within_one_party() =>
        Gen.Shuffle(Enumerable.Range(0, _labelled.Offers.Count).ToArray()).Sample(order =>
        {
            List<LinkText> seeks = [.. _labelled.Seeks.Select(Said)];
            List<LinkText> offers = [.. _labelled.Offers.Index().Select(offer => new LinkText($"S0{offer.Index % 9}", offer.Item.Text))];
            List<LinkText> shuffled = [.. order.Select(place => offers[place])];
            var links = NetworkLinks.Find(seeks, shuffled, Lexicon.Standard);
            var same = NetworkLinks.Find(seeks, offers, Lexicon.Standard);
            return links.Select(link => link.Strength).SequenceEqual(same.Select(link => link.Strength))
                && links.All(link => seeks[link.Seeks].Party != shuffled[link.Offers].Party)
                && links.CountBy(link => link.Seeks).All(count => count.Value <= NetworkLinks.MostForOne);
        }, iter: 10);

    [Fact]
    public void Empty_texts_and_nobody_give_nothing()
    {
        Assert.Empty(NetworkLinks.Find([], [], Lexicon.Standard));
        Assert.Empty(NetworkLinks.Find([new("A", ""), new("A", "…")], [new("B", ""), new("B", "og i")], Lexicon.Standard));
        Assert.Empty(NetworkLinks.Find([new("A", "ombruk av møbler")], [new("A", "ombruk av møbler")], Lexicon.Standard));
    }

    private static LinkText Said((string Key, PlainText Text) one) => new(one.Key, one.Text);
}

/// <summary>The labelled set in <c>tests/corpora/asks-and-offers.tsv</c>.</summary>
internal sealed record LabelledLinks(
    List<(string Key, PlainText Text)> Seeks, List<(string Key, PlainText Text)> Offers, List<(string Seeks, string Offers)> Kept)
{
    public bool IsKept(string seeks, string offers) => Kept.Contains((seeks, offers));

    public static LabelledLinks Read()
    {
        using var stream = new StreamReader(typeof(LabelledLinks).Assembly.GetManifestResourceStream("asks-and-offers.tsv")!);
        var labelled = new LabelledLinks([], [], []);
        while (stream.ReadLine() is { } line)
            switch (line.Split('\t'))
            {
                case ["K", var seeks, var offers]: labelled.Kept.AddRange(offers.Split(' ').Select(offer => (seeks, offer))); break;
                case [['S', ..] key, _, var text]: labelled.Seeks.Add((key, text)); break;
                case [['O', ..] key, _, var text]: labelled.Offers.Add((key, text)); break;
            }

        return labelled;
    }
}

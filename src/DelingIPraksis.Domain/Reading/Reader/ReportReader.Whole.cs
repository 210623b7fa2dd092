using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Domain.Reading;

// What can only be seen when all lines have their roles.
public sealed partial class ReportReader
{
    // A programme lists the talks, and the report tells of them again: one talk, with the speakers of the one and the words of the other.
    private void MergeRepeated()
    {
        for (var at = 0; at < _pieces.Count; at++)
        {
            var talk = _pieces[at];
            if (!IsTalk(talk)) continue;
            var title = Folded(talk.Text.Value);
            var again = _pieces.FindIndex(at + 1, other => IsTalk(other) && Folded(other.Text.Value) == title);
            if (again < 0) continue;
            var (kept, gone) = HasWords(again) || !HasWords(at) ? (again, at) : (at, again);
            _pieces[kept] = _pieces[kept] with
            {
                Speakers = [.. _pieces[kept].Speakers,
                    .. _pieces[gone].Speakers.Where(one => !_pieces[kept].Speakers.Exists(other => other.Name == one.Name))],
                Links = [.. _pieces[kept].Links,
                    .. _pieces[gone].Links.Where(one => !_pieces[kept].Links.Exists(other => other.Address == one.Address))],
                Certainty = Certainty.Likely,
            };
            _pieces[gone] = _pieces[gone] with
            {
                Role = PieceRole.LeftOut,
                Reason = LeftOutReason.Repeated,
                Text = _pieces[gone].Original,
                Speakers = [],
                Links = []
            };
        }
    }

    private bool HasWords(int talk) =>
        talk + 1 < _pieces.Count && _pieces[talk + 1].Role is PieceRole.TalkText or PieceRole.Link or PieceRole.Told;

    private static bool IsTalk(Piece piece) => piece.Role is PieceRole.Talk or PieceRole.TalkAlone;

    private void FindSpeakers()
    {
        if (!_pieces.Exists(IsTalk)) TalksFromSentences();
        for (var at = 0; at < _pieces.Count; at++)
        {
            if (_pieces[at].Role == PieceRole.Block) SpeakersOfBlock(at);
            if (IsTalk(_pieces[at]) && _pieces[at].Speakers.IsEmpty)
                _pieces[at] = _pieces[at] with { Speakers = [.. Mentions(at + 1, PieceRole.TalkText).Select(mention => mention.Speaker)] };
        }

        // Without a heading, the paragraph that tells who opened the gathering is the welcome.
        var opening = _pieces.FindIndex(piece => piece.Role == PieceRole.About
            && PeopleInText.In(piece.Text.Value, IsPlace).Any(mention => PeopleInText.Opens(mention.Sentence)));
        if (opening >= 0 && !_pieces.Exists(piece => piece.Role == PieceRole.Welcome)
            && _pieces.Count(piece => piece.Role == PieceRole.About) > 1)
            _pieces[opening] = _pieces[opening] with { Role = PieceRole.Welcome, Certainty = Certainty.Guess };
        var welcome = _pieces.FindIndex(piece => piece.Role == PieceRole.Welcome);
        // «Åpning ved Einar Busterud», and no word of what was said.
        if (welcome < 0 && _pieces.FindIndex(IsSpokenWelcome) is >= 0 and var alone)
            _pieces[alone] = _pieces[alone] with { Role = PieceRole.Welcome, Reason = LeftOutReason.Chosen };
        if (welcome < 0 || _pieces.Exists(piece => piece.Role == PieceRole.Welcome && !piece.Speakers.IsEmpty)) return;
        // A heading «Velkommen ved Kari Moe» is left out as a heading, and has the name.
        var named = _pieces.FindIndex(piece => piece.Role == PieceRole.LeftOut && !piece.Speakers.IsEmpty
            && piece.Reason == LeftOutReason.Heading);
        var spoken = named >= 0 && named < welcome
            ? _pieces[named].Speakers
            : [.. Mentions(welcome, PieceRole.Welcome).Take(1).Select(mention => mention.Speaker)];
        _pieces[welcome] = _pieces[welcome] with { Speakers = spoken };
    }

    private static bool IsSpokenWelcome(Piece piece) =>
        piece is { Role: PieceRole.LeftOut, Reason: LeftOutReason.Heading, Speakers.IsEmpty: false }
        && ReportLexicon.KindOf(piece.Original.Value) == HeadingKind.Welcome;

    // The people that the pieces of one role from a place on tell of; a piece that holds nothing said ends them.
    private IEnumerable<Mention> Mentions(int from, PieceRole role)
    {
        for (var at = from; at < _pieces.Count; at++)
        {
            if (_pieces[at].Role is PieceRole.Link or PieceRole.LeftOut or PieceRole.Told
                && _pieces[at] is not { Role: PieceRole.LeftOut, Reason: LeftOutReason.Heading }) continue;
            if (_pieces[at].Role != role) yield break;
            foreach (var mention in PeopleInText.In(_pieces[at].Text.Value, IsPlace)) yield return mention;
        }
    }

    // The introduction of a block names those who speak in it, in the order of the talks.
    private void SpeakersOfBlock(int block)
    {
        var end = _pieces.FindIndex(block + 1, piece => piece.Role is PieceRole.Block or PieceRole.TalkAlone or PieceRole.Barrier
            or PieceRole.Opportunity);
        var inside = Enumerable.Range(block + 1, (end < 0 ? _pieces.Count : end) - block - 1).ToList();
        var without = inside.FindAll(at => _pieces[at] is { Role: PieceRole.Talk, Speakers.IsEmpty: true }
            && !Mentions(at + 1, PieceRole.TalkText).Any());
        if (without.Count == 0) return;
        var taken = inside.SelectMany(at => _pieces[at].Speakers).Select(speaker => speaker.Name.Value).ToHashSet(StringComparer.Ordinal);
        var mentions = inside
            .Where(at => _pieces[at].Role == PieceRole.BlockText)
            .SelectMany(at => PeopleInText.In(_pieces[at].Text.Value, IsPlace))
            .Where(mention => !taken.Contains(mention.Speaker.Name.Value))
            .DistinctBy(mention => mention.Speaker.Name.Value)
            .ToList();
        if (mentions.Count > without.Count)
        {
            // More people than talks: each talk takes those whose sentence has most words in common with its title.
            foreach (var mention in mentions)
            {
                var best = without.MaxBy(at => Common(_pieces[at].Text.Value, mention.Sentence));
                if (Common(_pieces[best].Text.Value, mention.Sentence) > 0)
                    _pieces[best] = _pieces[best] with
                    {
                        Speakers = _pieces[best].Speakers.Add(mention.Speaker),
                        Certainty = Certainty.Guess
                    };
            }

            return;
        }

        if (mentions.Count < without.Count)
            without = [.. without.OrderByDescending(at => mentions.Sum(mention => Common(_pieces[at].Text.Value, mention.Sentence)))
                .Take(mentions.Count).Order()];
        foreach (var (at, mention) in without.Zip(mentions))
            _pieces[at] = _pieces[at] with { Speakers = [mention.Speaker] };
    }

    private static int Common(string title, string sentence)
    {
        var words = WordTokenizer.Tokenize(sentence).Where(word => word.Lower.Length > 3)
            .Select(word => NorwegianStemmer.Stem(word.Lower)).ToHashSet(StringComparer.Ordinal);
        return WordTokenizer.Tokenize(title).Count(word => word.Lower.Length > 3 && words.Contains(NorwegianStemmer.Stem(word.Lower)));
    }

    // A report without headings tells of its talks in sentences: «Deretter snakket Mari Botterud fra Lillehammer kommune om …».
    private void TalksFromSentences()
    {
        for (var at = _pieces.Count - 1; at >= 0; at--)
        {
            var piece = _pieces[at];
            if (piece.Role is not (PieceRole.About or PieceRole.Welcome or PieceRole.GroupWork or PieceRole.BlockText)) continue;
            var parts = new List<Piece>();
            foreach (var sentence in PeopleInText.Sentences(piece.Text.Value))
            {
                var mentions = PeopleInText.In(sentence, IsPlace).ToList();
                var welcomes = ReportLexicon.KindOf(sentence) == HeadingKind.Welcome
                    || (mentions.Count > 0 && sentence.Contains("velkom", StringComparison.OrdinalIgnoreCase));
                var topic = mentions is [.., var last] ? last.Topic : "";
                var role = welcomes ? PieceRole.Welcome : topic.Length is > 3 and <= Limits.Line ? PieceRole.TalkAlone : piece.Role;
                var said = role == PieceRole.TalkAlone ? char.ToUpperInvariant(topic[0]) + topic[1..] : sentence;
                if (role == piece.Role && parts.Count > 0 && parts[^1].Role == role)
                    parts[^1] = parts[^1] with { Text = $"{parts[^1].Text} {said}", Original = $"{parts[^1].Original} {sentence}" };
                else
                    parts.Add(piece with
                    {
                        Number = parts.Count == 0 ? piece.Number : _pieces.Max(other => other.Number) + parts.Count,
                        Role = role,
                        Text = said,
                        Original = sentence,
                        Certainty = role == piece.Role ? piece.Certainty : Certainty.Guess,
                        Speakers = role == piece.Role ? [] : [.. mentions.Select(mention => mention.Speaker)],
                    });
            }

            if (parts.Count == 0 || (parts is [var only] && only.Role == piece.Role)) continue;
            _pieces.RemoveAt(at);
            _pieces.InsertRange(at, parts);
        }
    }

    // What stands above the part about the gathering is about the network, when it says so.
    private void NameTheNetwork()
    {
        var heading = _pieces.FindIndex(piece => piece is { Role: PieceRole.LeftOut, Reason: LeftOutReason.Heading }
            && ReportLexicon.KindOf(piece.Original.Value) == HeadingKind.About);
        if (heading < 0 || !_pieces.Skip(heading).Any(piece => piece.Role == PieceRole.About)) return;
        var front = Enumerable.Range(0, heading).Where(at => _pieces[at].Role == PieceRole.About && _pieces[at].Text.Value.EndsWith('.'))
            .ToList();
        if (!front.Exists(at => _pieces[at].Text.Value.Contains("nettverk", StringComparison.OrdinalIgnoreCase))) return;
        foreach (var at in front) _pieces[at] = _pieces[at] with { Role = PieceRole.NetworkAbout };
    }

    private EarlierReport Finish()
    {
        var title = _title < 0 ? -1 : _lines.FindIndex(line => line.Paragraph == _pieces.Find(piece => piece.Number == _title)!.Paragraph);
        var facts = FactReader.Read(_lines, title, _register);
        if (title >= 0) facts = facts.SetItem(ReportFact.Title, new(TitleOf(_lines[title]), _lines[title].Paragraph, Certainty.Likely));
        // Short lines under the title that only repeat what the facts say.
        for (var at = 0; at < _pieces.Count && at < 8; at++)
            if (_pieces[at].Role == PieceRole.About && _pieces[at].Text.Length <= 120
                && facts.Values.Count(fact => fact.Paragraph == _pieces[at].Paragraph) >= (_pieces[at].Text.Value.EndsWith('.') ? 3 : 1)
                && (!_pieces[at].Text.Value.EndsWith('.') || !PeopleInText.IsTold(_pieces[at].Text.Value)))
                _pieces[at] = _pieces[at] with { Role = PieceRole.Fact };
            else if (_pieces[at].Role == PieceRole.About && _pieces[at].Text.Length <= 120 && !_pieces[at].Text.Value.EndsWith('.')
                && (DateReader.In(_pieces[at].Text.Value, _all).Any() || _pieces[at].Text.Value.Split(' ').Length <= 2))
                _pieces[at] = _pieces[at] with { Role = PieceRole.Fact };
        var parties = Parties(facts.GetValueOrDefault(ReportFact.Host, Found.Nothing).Text.Value);
        return new EarlierReport(facts, [.. _pieces], parties, Pairs(parties))
        {
            Language = Written(),
        };
    }

    // The language of most paragraphs. One paragraph may quote the other language.
    private Language Written()
    {
        var votes = _lines
            .Select(line => (PlainText)line.Text)
            .Where(text => LanguageDetector.Of(text, Language.Bokmal) == LanguageDetector.Of(text, Language.Nynorsk))
            .CountBy(text => LanguageDetector.Of(text, Language.Bokmal))
            .ToList();
        return votes.Count == 0 ? Language.Bokmal : votes.MaxBy(vote => vote.Value).Key;
    }

    private string TitleOf(SourceLine line)
    {
        var text = DateReader.Without(line.Text).Trim(' ', ',', '–', '-', '|', '.', ':', '\t');
        foreach (var loose in new[] { " , ", "  " }) text = text.Replace(loose, " ", StringComparison.Ordinal);
        if (text.Length < 3) text = line.Text;
        return line.IsCapitals ? FactReader.WithoutCapitals(text, _register) : text.Replace(" - ", " – ", StringComparison.Ordinal);
    }
}

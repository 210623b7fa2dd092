using DelingIPraksis.Web.Programme;
using DelingIPraksis.Web.Shell.Parts;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>
/// A field that saves itself, a store that writes what it gets in a form of its own, and another person who writes in the same place.
/// </summary>
public sealed class AutosavedTextTests
{
    private static readonly string[] _typed =
    [
        "", " ", "9", "09:00", "0930", "930", "9,15", "9:5", "09 30", "9.30", "kl. 10", "25", "012", "12", "04", "3.", "nr. 3", "15 min",
        "15.30", "08.06.2027", "8. juni 2027", "2027-06-08",
        "stad.kommune.no/a.pdf", "https://stad.kommune.no/a.pdf", "Kari Nordmann,", "Kari Nordmann", "Kari,Stad\n\nOla", "Kari, Stad\nOla",
        " to  ord ", "a\r\nb", "a\nb", "å", "a\u030A", "x\u0001y", "en\u2028to", "en\u000Bto",
    ];

    public static TheoryData<string> Forms => ["Plain", "Line", "Day", "Time", "Number", "Address", "Speakers"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_changes_nothing_that_is_in_it_already(string name)
    {
        var form = Form(name);
        Assert.All(_typed, typed => Assert.Equal(form(typed), form(form(typed))));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_one_writes_oneself_is_never_somebody_elses_in_any_order_of_answers_and_news(string name)
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var scene = new Scene(Form(name), new Random(seed), others: false);
            scene.Play(60);
            Assert.False(scene.Conflicted, $"seed {seed}");
            scene.Rest();
            Assert.Equal((scene.Form(scene.LastTyped), (string?)null), (scene.Stored, scene.Field.Theirs));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void With_another_who_writes_too_nothing_typed_is_taken_away_and_one_press_ends_it(string name)
    {
        var met = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var scene = new Scene(Form(name), new Random(seed), others: true);
            scene.Play(60);
            scene.Rest();
            if (scene.Field.Theirs is { } theirs)
            {
                met++;
                Assert.Equal(scene.Stored, theirs);
                Assert.Contains(theirs, scene.ByOther);
                var mine = scene.Field.Text;
                scene.Field.KeepMine();
                scene.Rest();
                Assert.Equal((scene.Form(mine), (string?)null), (scene.Stored, scene.Field.Theirs));
            }

            Assert.Equal((false, scene.Stored), (scene.Field.Dirty, scene.Form(scene.Field.Text)));
        }

        Assert.True(met > 20, $"The two met only {met} times.");
    }

    [Fact]
    public void The_letters_are_left_alone_until_the_field_is_left()
    {
        var field = new AutosavedText(InputFormat.TimeForm);
        field.Take("");
        field.Text = "9";
        Assert.Equal("9", field.Send());
        field.Take("09:00");
        field.Answered(kept: true);
        Assert.Equal(("9", false), (field.Text, field.Dirty));
        field.Left();
        Assert.Equal("09:00", field.Text);
    }

    [Fact]
    public void A_change_that_is_taken_back_is_no_conflict_any_more()
    {
        var field = new AutosavedText(AutosavedText.Plain);
        field.Take("før");
        field.Text = "mitt";
        field.Take("deres");
        Assert.Equal("deres", field.Theirs);
        field.Take("før");
        Assert.Equal(("mitt", null, true), (field.Text, field.Theirs, field.Dirty));
    }

    [Fact]
    public void Both_can_be_kept()
    {
        var field = new AutosavedText(AutosavedText.Plain);
        field.Take("");
        field.Text = "mitt";
        field.Take("deres");
        Assert.Null(field.Send());
        field.KeepBoth();
        Assert.Equal("deres\n\nmitt", field.Send());
    }

    private static Func<string, string> Form(string name) => name switch
    {
        "Day" => InputFormat.DayForm,
        "Time" => InputFormat.TimeForm,
        "Number" => InputFormat.NumberForm,
        "Address" => InputFormat.AddressForm,
        "Speakers" => InputFormat.SpeakersForm,
        "Line" => AutosavedText.Line,
        _ => AutosavedText.Plain,
    };

    /// <summary>
    /// The store takes what is sent when it arrives; the answer, and the news of every version, come later, each in its own time.
    /// </summary>
    private sealed class Scene
    {
        private readonly Random _random;
        private readonly bool _others;
        private readonly Queue<string> _news = new();
        private readonly List<string> _seen = [];
        private string? _onItsWay;
        private bool _arrived;

        public Scene(Func<string, string> form, Random random, bool others)
        {
            (Form, _random, _others, Stored, LastTyped) = (form, random, others, form("12"), "12");
            Field = new AutosavedText(form);
            Field.Take(Stored);
        }

        public Func<string, string> Form { get; }

        public AutosavedText Field { get; }

        public string Stored { get; private set; }

        public string LastTyped { get; private set; }

        public bool Conflicted { get; private set; }

        public IReadOnlyCollection<string> ByOther => _seen;

        public void Play(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                var text = Field.Text;
                switch (_random.Next(_others ? 8 : 7))
                {
                    case 0 or 1:
                        Field.Text = text = LastTyped = _typed[_random.Next(_typed.Length)];
                        break;
                    case 2:
                        Send();
                        break;
                    case 3:
                        Arrive();
                        break;
                    case 4:
                        Answer();
                        break;
                    case 5:
                        Hear();
                        break;
                    case 6:
                        Field.Left();
                        break;
                    default:
                        Put(Form(_typed[_random.Next(_typed.Length)]));
                        _seen.Add(Stored);
                        break;
                }

                Conflicted |= Field.Theirs is not null;
                // Only what is saved already may be shown in another form, or give way to what another wrote.
                if (!_others) Assert.Equal(Form(text), Form(Field.Text));
            }
        }

        /// <summary>Everything arrives, and what is left is sent.</summary>
        public void Rest()
        {
            for (var round = 0; round < 3; round++)
            {
                Send();
                Arrive();
                Answer();
                while (_news.Count > 0) Hear();
            }

            Field.Left();
        }

        private void Send()
        {
            if (Field.Send() is { } sent) (_onItsWay, _arrived) = (sent, false);
        }

        private void Arrive()
        {
            if (_onItsWay is null || _arrived) return;
            _arrived = true;
            Put(Form(_onItsWay));
        }

        private void Answer()
        {
            if (_onItsWay is null || !_arrived) return;
            _onItsWay = null;
            Field.Answered(kept: true);
        }

        private void Hear()
        {
            if (_news.TryDequeue(out var version)) Field.Take(version);
        }

        private void Put(string version)
        {
            Stored = version;
            _news.Enqueue(version);
        }
    }
}

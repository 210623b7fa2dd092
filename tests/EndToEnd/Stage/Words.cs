using System.Globalization;
using System.Resources;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>
/// The words on the screen, read from the resources that the screens read, so that a journey does not break when a sentence is mended.
/// </summary>
public static class Words
{
    private static readonly CultureInfo _bokmal = CultureInfo.GetCultureInfo("nb-NO");

    public static string Access(string key, params object[] values) => Of("AccessTexts", key, values);

    public static string Account(string key, params object[] values) => Of("AccountTexts", key, values);

    public static string Board(string key, params object[] values) => Of("BoardTexts", key, values);

    public static string Common(string key, params object[] values) => Of("CommonTexts", key, values);

    public static string Conducting(string key, params object[] values) => Of("ConductingTexts", key, values);

    public static string Consent(string key, params object[] values) => Of("ConsentTexts", key, values);

    public static string Console(string key, params object[] values) => Of("ConsoleTexts", key, values);

    public static string Demo(string key, params object[] values) => Of("DemoTexts", key, values);

    public static string Sorting(string key, params object[] values) => Of("SortingTexts", key, values);

    public static string Desk(string key, params object[] values) => Of("DeskTexts", key, values);

    public static string Note(string key, params object[] values) => Of("NoteTexts", key, values);

    public static string Door(string key, params object[] values) => Of("DoorTexts", key, values);

    public static string Earlier(string key, params object[] values) => Of("EarlierTexts", key, values);

    public static string Exchange(string key, params object[] values) => Of("ExchangeTexts", key, values);

    public static string Import(string key, params object[] values) => Of("ImportTexts", key, values);

    public static string Lexicon(string key, params object[] values) => Of("LexiconTexts", key, values);

    public static string Line(string key) => Of("LineTexts", key);

    public static string Rehearsal(string key, params object[] values) => Of("RehearsalTexts", key, values);

    public static string Invitation(string key, params object[] values) => Of("InvitationTexts", key, values);

    public static string Network(string key, params object[] values) => Of("NetworkTexts", key, values);

    public static string Pictures(string key, params object[] values) => Of("PicturePanelTexts", key, values);

    public static string Speaker(string key, params object[] values) => Of("SpeakerTexts", key, values);

    public static string Speakers(string key, params object[] values) => Of("SpeakerPanelTexts", key, values);

    public static string Person(string key, params object[] values) => Of("PersonTexts", key, values);

    public static string Personal(string key, params object[] values) => Of("PersonalDataTexts", key, values);

    public static string Phase(string key) => Of("PhaseTexts", key);

    public static string Programme(string key, params object[] values) => Of("ProgrammeTexts", key, values);

    public static string Retention(string key, params object[] values) => Of("RetentionTexts", key, values);

    public static string Promise(string key, params object[] values) => Of("PromiseTexts", key, values);

    public static string Introduction(string key, params object[] values) => Of("IntroductionTexts", key, values);

    public static string Evaluation(string key, params object[] values) => Of("EvaluationTexts", key, values);

    public static string Refusal(string key, params object[] values) => Of("RefusalTexts", key, values);

    public static string Rsvp(string key, params object[] values) => Of("RsvpTexts", key, values);

    public static string Report(string key, params object[] values) => Of("ReportTexts", key, values);

    public static string Shell(string key) => Of("ShellTexts", key);

    private static string Of(string file, string key, params object[] values)
    {
        // Each set lies beside the feature that owns it, and no two have the same name.
        var marker = typeof(Web.Texts.CommonTexts).Assembly.GetTypes().Single(type => type.Name == file);
        var found = new ResourceManager(marker).GetString(key, _bokmal)
            ?? throw new ArgumentException($"{file} has no {key}.", nameof(key));
        return values.Length == 0 ? found : string.Format(new Web.Texts.CountFormat(_bokmal), found, values);
    }
}

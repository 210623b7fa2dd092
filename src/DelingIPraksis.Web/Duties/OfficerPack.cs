using System.Globalization;
using System.Resources;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Api.Hooks;
using DelingIPraksis.Web.Mail;
using DelingIPraksis.Web.Operations;
using DelingIPraksis.Web.Operations.Copies;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Pages;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Duties;

/// <summary>A section of the pack: a heading, and rows of what and how.</summary>
internal sealed record PackSection(string Heading, IReadOnlyList<(string Label, string Text)> Rows);

/// <summary>
/// What a data protection officer asks for, from the configuration that runs: the record of processing, what is held and where, who gets
/// it, how long, copies, cookies, outgoing connections, requests for access, and a check list for the impact assessment.
/// </summary>
internal sealed class OfficerPack(
    Database database,
    IStore store,
    DataFolder folder,
    PublicAddress address,
    IOptions<ServiceOptions> service,
    IOptions<SmtpOptions> mail,
    IOptions<OpenIdOptions> provider,
    IOptions<CopyOptions> copies,
    IOptions<TelemetryOptions> telemetry,
    TimeProvider time
)
{
    private static readonly ResourceManager _words = new(typeof(PackTexts));
    private static readonly ResourceManager _cookieWords = new(typeof(PrivacyTexts));

    private static readonly string[] _held =
        ["Participants", "Words", "Accounts", "Letters", "Cards", "Answers", "Speakers", "Files", "Log"];

    private static readonly string[] _checks = ["Need", "Access", "Special", "Profile", "Vulnerable", "New", "Inform", "Rights", "Loss"];

    private static readonly string[] _requests = ["Own", "Organiser", "Administrator", "Correct", "Erase", "Copies"];

    /// <summary>Whether a visitor may read it: whoever administrates the service, or owns a network.</summary>
    public async Task<bool> MayReadAsync(IVisitor visitor)
    {
        if (await visitor.MayAsync(ServiceRight.HandlePersonalData)) return true;
        return await visitor.AsAccountAsync() is Actor.Account account && await database.ReadAsync(context => context.NetworkStaff
            .AnyAsync(staff => staff.User == account.User && staff.Role == NetworkRole.Owner));
    }

    /// <summary>The title, and when the configuration was read.</summary>
    public (string Title, string Meta) Front(CultureInfo culture) =>
        (Say(culture, "Title", service.Value.Name), Say(culture, "Meta", time.GetUtcNow().ToString("D", culture)));

    /// <summary>The sections, in a language.</summary>
    public async Task<IReadOnlyList<PackSection>> ReadAsync(CultureInfo culture)
    {
        var (gatherings, accounts, receivers) = await database.ReadAsync(async context => (
            await context.Gatherings.CountAsync(gathering => !gathering.IsDemo),
            await context.Users.CountAsync(user => user.DisplayName != ""),
            await context.Set<Webhook>().Select(hook => hook.Address).ToListAsync()));
        string[] hosts = [.. receivers.Select(receiver => new Uri(receiver).Host).Distinct().Order(StringComparer.Ordinal)];
        return
        [
            Section("Record",
            [
                ("Controller", Or(service.Value.ControllerName, "NotSet")),
                ("Contact", Or(service.Value.PrivacyContact, "NotSet")),
                ("Purpose", T("PurposeText")),
                ("Subjects", T("SubjectsText")),
                ("Data", T("DataText")),
                ("Receivers", T("ReceiversText")),
                ("Abroad", T("AbroadText")),
                ("Deletion", T("DeletionText")),
                ("Security", T("SecurityText")),
            ]),
            Section("Held", [.. _held.Select(kind => ($"Held{kind}", T($"Held{kind}Text")))]),
            Section("Where",
            [
                ("WhereFolder", folder.Path),
                ("WhereDatabase", store.Name),
                ("WhereAddress", address.Set?.AbsoluteUri ?? T("NotSet")),
                ("WhereHowMuch", T("WhereHowMuchText", gatherings, accounts)),
            ]),
            Section("Processors",
            [
                ("SubProcessors", T("SubProcessorsText")),
                ("OutMail", mail.Value.IsSet ? T("OutMailText", mail.Value.Host, mail.Value.From) : T("OutMailNone")),
                ("OutProvider", provider.Value.IsOn ? T("OutProviderText", provider.Value.Name, provider.Value.Authority) : T("OutNone")),
                ("OutReceivers", hosts.Length > 0 ? T("OutReceiversText", string.Join(", ", hosts)) : T("OutNone")),
                ("OutTelemetry", telemetry.Value.Receiver is { } receiver ? T("OutTelemetryText", receiver.Host) : T("OutNone")),
                ("OutLinks", T("OutLinksText")),
            ]),
            Section("Copies",
            [
                ("CopiesOwn", copies.Value.IsOn
                    ? T("CopiesOwnText", copies.Value.Folder, copies.Value.Every, copies.Value.Keep)
                    : T("CopiesNone")),
                ("CopiesErased", T("CopiesErasedText")),
            ]),
            new(T("Cookies"),
            [
                .. PrivacyCookies.All.Select(cookie => (
                    cookie.Name, $"{Cookie(culture, $"Cookie{cookie.Key}Why")} {Cookie(culture, $"Cookie{cookie.Key}Long")}.")),
            ]),
            Section("Requests", [.. _requests.Select(request => ($"Request{request}", T($"Request{request}Text")))]),
            Section("Checks", [.. _checks.Select(check => ($"Check{check}", T($"Check{check}Text")))]),
        ];

        string T(string key, params object[] parts) => Say(culture, key, parts);
        string Or(string set, string key) => set.Length > 0 ? set : T(key);
        PackSection Section(string heading, IReadOnlyList<(string Key, string Text)> rows) =>
            new(T(heading), [.. rows.Select(row => (T(row.Key), row.Text))]);
    }

    private static string Say(CultureInfo culture, string key, params object[] parts) =>
        string.Format(culture, _words.GetString(key, culture) ?? throw new MissingManifestResourceException(key), parts);

    private static string Cookie(CultureInfo culture, string key) =>
        _cookieWords.GetString(key, culture) ?? throw new MissingManifestResourceException(key);
}

using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// Every address of the service, relative to its base. The base may be a folder of a host (<c>/deling/</c>), so no address begins with a
/// slash. An address must never change: it is printed on walls, in invitations and in published reports. A test fails when an address is
/// written elsewhere.
/// </summary>
internal static class Addresses
{
    /// <summary>The dot keeps the folder of the host.</summary>
    public const string Front = "./";

    public const string Join = "bli-med";
    public const string SignIn = "logg-inn";
    public const string SignOut = "logg-ut";
    public const string Account = "konto";
    public const string SecondFactor = $"{Account}/totrinn";
    public const string Accounts = "kontoer";

    /// <summary>The second step of signing in.</summary>
    public const string SecondStep = $"{SignIn}/kode";

    /// <summary>Asks for a link for a new password.</summary>
    public const string Forgotten = $"{SignIn}/glemt";

    /// <summary>Sends the browser to the organisation's provider.</summary>
    public const string OpenIdBegin = $"{SignIn}/ekstern";

    /// <summary>Where the provider sends it back; its address stands in the provider's own list.</summary>
    public const string OpenIdAnswer = $"{SignIn}/ekstern/svar";

    /// <summary>Completes a sign-in by the provider.</summary>
    public const string OpenIdEnd = $"{SignIn}/ekstern/ferdig";

    /// <summary>Hands out the challenge that a browser signs in with.</summary>
    public const string PasskeyRequest = $"{SignIn}/passnokkel";

    /// <summary>Hands out the challenge that a browser makes a passkey for.</summary>
    public const string PasskeyCreation = $"{Account}/passnokkel";
    public const string FirstOrganiser = "forste";
    public const string Gatherings = "samlinger";
    public const string Import = "samlinger/hent-inn";
    public const string Earlier = "samlinger/hent-inn-rapport";
    public const string Register = "kommuneregister";
    public const string PersonalData = "personopplysninger";

    /// <summary>How the service runs, for the administrator.</summary>
    public const string Operations = "drift";
    public const string Reports = "rapporter";
    public const string Feed = $"{Reports}/atom.xml";
    public const string Networks = "nettverk";
    public const string Search = "sok";
    public const string ThemesOverYears = "samlinger/temaer";
    public const string Try = "prov";
    public const string TryFull = $"{Try}?fullt=1";
    public const string TryNew = $"{Try}/ny";
    public const string TryRunning = $"{Try}/midt-i";
    public const string Privacy = "personvern";
    public const string Accessibility = "tilgjengelighet";

    /// <summary>The data protection officer's pack.</summary>
    public const string Pack = $"{Privacy}/pakke";
    public const string Failed = "feil";
    public const string NotFound = "ikke-funnet";
    public const string LanguageForm = "innstillinger/sprak";
    public const string ThemeForm = "innstillinger/tema";

    /// <summary>The JSON Schema of the report's JSON.</summary>
    public const string Schema = "skjema/rapport-1.json";

    /// <summary>All addresses below this one are logos.</summary>
    public const string Logos = "logo";

    /// <summary>The page that replaces a board without network. Also in <c>offline-worker.js</c>.</summary>
    public const string Offline = "uten-nett";

    /// <summary>All addresses below this one are boards. Also in <c>js/board/board.js</c>, as the scope of the offline worker.</summary>
    public const string Boards = "tavle/";

    /// <summary>All addresses below this one are the HTTP interface for other programs.</summary>
    public const string Api = "api/v1";

    /// <summary>The description of the HTTP interface, in OpenAPI.</summary>
    public const string ApiDescription = $"{Api}/openapi.json";

    public const string Health = "health";
    public const string Alive = $"{Health}/live";

    /// <summary>Whether the service can read and save. Also in <c>js/lib/connection.js</c>.</summary>
    public const string Ready = $"{Health}/ready";

    /// <summary>The connection of a Blazor circuit.</summary>
    public const string Circuits = "_blazor";

    /// <summary>The connection of a board.</summary>
    public const string Live = "live";

    /// <summary>The query parameter with the page to return to.</summary>
    public const string ReturnParameter = "retur";

    /// <summary>The officer's pack as a Word document.</summary>
    /// <param name="language"><c>nb</c> or <c>nn</c>.</param>
    public static string PackFile(string language) => $"{Pack}/{language}.docx";

    /// <summary>A logo, by the hash of its file.</summary>
    public static string Logo(string hash) => $"{Logos}/{hash}";

    public static string Code(string symbols) => $"k/{symbols}";

    public static string Board(Id<Person> person) => $"{Boards}{person}";

    /// <summary>
    /// The board of a person who has just joined. When the group work has already begun, the board tells what has happened.
    /// </summary>
    public static string Arrival(Id<Person> person, GatheringView view) =>
        view.Phase is { Kind: > PhaseKind.CheckIn } ? $"{Board(person)}?sein=1" : Board(person);

    public static string Waiting(Id<Person> person) => $"venter/{person}";

    public static string OtherParty(Id<Person> person) => $"{Board(person)}/bytt";

    public static string Leave(Id<Person> person) => $"{Board(person)}/ga-ut";

    public static string OwnLink(Id<Person> person) => $"{Board(person)}/min-lenke";

    /// <summary>What is stored about the person of a seat.</summary>
    public static string AboutMe(Id<Person> person) => $"{Board(person)}/om-meg";

    /// <summary>The same as a file.</summary>
    public static string AboutMeFile(Id<Person> person, string format) => $"{AboutMe(person)}/{format}";

    /// <summary>What is stored about a person, by its key in a search.</summary>
    public static string DataOf(string key) => $"{PersonalData}?hvem={key}";

    /// <summary>The same as a file.</summary>
    public static string DataFileOf(string key, string format) => $"{PersonalData}/{key}/{format}";

    /// <summary>The quotes of a seat's party.</summary>
    public static string Quotes(Id<Person> person) => $"{Board(person)}/sitater";

    /// <summary>The quotes of a party, by the link in its letter.</summary>
    public static string Quotes(string token) => $"sitater/{token}";

    /// <summary>A speaker's own talk, by the link in the letter.</summary>
    public static string Speaker(string token) => $"innleder/{token}";

    /// <summary>A party's own page after the gathering, by the same link as its quotes.</summary>
    public static string Followup(string token) => $"etter/{token}";

    /// <summary>The day on which a party is asked what became of it, for its calendar.</summary>
    public static string FollowupCalendar(string token) => $"{Followup(token)}/oppfolging.ics";
    /// <summary>What a party takes home to its council, by the same link.</summary>
    /// <param name="token">The token of the link.</param>
    /// <param name="format">docx or pdf.</param>
    /// <param name="language">The code of the language it is to be in.</param>
    public static string BriefOfLink(string token, string format, string language) =>
        $"{Followup(token)}/orienteringssak/{format}?mal={language}";

    /// <summary>The same, by a seat.</summary>
    public static string BriefOfSeat(Id<Person> person, string format, string language) =>
        $"{Board(person)}/orienteringssak/{format}?mal={language}";

    /// <summary>What all parties take home, in one file.</summary>
    public static string Briefs(Id<Gathering> gathering) => Of(gathering, "orienteringssaker.zip");

    /// <summary>The brief of a party for those who lead, own or observe, in the language of the gathering.</summary>
    public static string BriefOfParty(Id<Gathering> gathering, Id<Party> party, string format) =>
        Of(gathering, $"orienteringssaker/{party}/{format}");

    public static string Reentry(string token) => $"inn/{token}";

    /// <summary>A party's invitation link. It also works days before the gathering.</summary>
    public static string OfParty(string token) => $"kom/{token}";

    /// <summary>A pair's link, for the chat of its room.</summary>
    public static string OfPair(string symbols, Id<Pair> pair) => $"par/{symbols}/{pair}";

    /// <summary>The link that gives a colleague a role.</summary>
    public static string OfColleague(string token) => $"medarrangor/{token}";

    /// <summary>The link that lets somebody choose a new password.</summary>
    public static string OfRecovery(string token) => $"nytt-passord/{token}";

    /// <summary>The start of a sign-in by the provider, with the page to return to.</summary>
    /// <param name="back">As the page of signing in was given it; null when it was given none.</param>
    public static string OpenIdBeginTo(string? back) =>
        back is null ? OpenIdBegin : $"{OpenIdBegin}?{ReturnParameter}={Uri.EscapeDataString(back)}";

    /// <summary>The page of signing in, which says what came of a sign-in by the provider.</summary>
    public static string SignInAfter(string outcome) => $"{SignIn}?ekstern={outcome}";

    /// <summary>The second step of signing in, with the page to return to.</summary>
    /// <param name="back">As the first step was given it; null when it was given none.</param>
    public static string SecondStepTo(string? back) =>
        back is null ? SecondStep : $"{SecondStep}?{ReturnParameter}={Uri.EscapeDataString(back)}";

    public static string OfFirstOrganiser(string token) => $"{FirstOrganiser}/{token}";

    /// <summary>Sign-in, with the page to return to.</summary>
    /// <param name="page">From the base of the service, without a slash in front.</param>
    public static string SignInTo(string page) => $"{SignIn}?{ReturnParameter}={Uri.EscapeDataString($"/{page}")}";

    public static string Programme(Id<Gathering> gathering) => Of(gathering, "program");

    public static string Invitation(Id<Gathering> gathering) => Of(gathering, "invitasjon");

    public static string Console(Id<Gathering> gathering) => Of(gathering, "konsoll");

    public static string Rehearsal(Id<Gathering> gathering) => Of(gathering, "generalprove");

    public static string Sheets(Id<Gathering> gathering) => Of(gathering, "ark");

    public static string Wall(Id<Gathering> gathering) => Of(gathering, "vegg");

    /// <summary>The wall, with a code that works before anybody has signed in there.</summary>
    public static string Wall(Id<Gathering> gathering, string? code) =>
        code is null ? Wall(gathering) : $"{Wall(gathering)}?kode={code}";

    public static string Afterwards(Id<Gathering> gathering) => Of(gathering, "etterpa");

    public static string Desk(Id<Gathering> gathering) => Of(gathering, "rapport");

    public static string Calendar(Id<Gathering> gathering) => Of(gathering, "kalender.ics");

    /// <summary>What was promised, what became of it, and the reminders.</summary>
    public static string Promises(Id<Gathering> gathering) => Of(gathering, "lofter");

    /// <summary>The day on which the parties are asked, for the organiser's calendar.</summary>
    public static string PromisesCalendar(Id<Gathering> gathering) => Of(gathering, "oppfolging.ics");

    public static string CodePicture(Id<Gathering> gathering) => Of(gathering, "qr.svg");

    public static string PlanFile(Id<Gathering> gathering) => Of(gathering, "plan.json");

    /// <summary>A report that is being corrected before a gathering is made of it.</summary>
    public static string EarlierDraft(Guid draft) => $"{Earlier}/{draft:D}";

    /// <summary>The report that the gathering was made of, as it was uploaded.</summary>
    public static string Original(Id<Gathering> gathering) => Of(gathering, "original");

    /// <summary>A presentation that is kept here, for those who lead the gathering, and for all when its report is published.</summary>
    public static string Presentation(Id<Gathering> gathering, Id<TalkFile> file) => Of(gathering, $"presentasjon/{file}");

    /// <summary>A picture of the report, to the same readers.</summary>
    public static string Picture(Id<Gathering> gathering, Id<ReportPicture> picture) => Of(gathering, $"bilde/{picture}");

    /// <summary>The network's lexicon as a file.</summary>
    public static string Words(Id<Gathering> gathering) => Of(gathering, "ord.json");

    public static string ReportFile(Id<Gathering> gathering, string format, string edition) =>
        Of(gathering, $"filer/{format}?utgave={edition}");

    public static string Report(string slug) => $"{Reports}/{Uri.EscapeDataString(slug)}";

    /// <summary>The page of a report for leaders.</summary>
    public static string LeaderPage(string slug) => $"{Report(slug)}/leder";

    /// <summary>A file of a published report: <c>data.json</c>, <c>lapper.csv</c>, <c>leder.docx</c>, <c>bilde.png</c>.</summary>
    public static string PublishedFile(string slug, string file) => $"{Report(slug)}/fil/{file}";

    public static string ReportsOf(string network) => $"{Reports}/nettverk/{Uri.EscapeDataString(network)}";

    public static string FeedOf(string network) => $"{ReportsOf(network)}/atom.xml";

    /// <summary>A search, with its filters. What is null or empty is left out of the address.</summary>
    public static string SearchFor(params IEnumerable<(string Name, string? Value)> asked) => WithQuery(Search, asked);

    /// <summary>The themes of a network over the years, or one of its themes.</summary>
    public static string ThemesOfNetwork(string slug, params IEnumerable<(string Name, string? Value)> asked) =>
        WithQuery($"nettverk/{Uri.EscapeDataString(slug)}/temaer", asked);

    /// <summary>The same of gatherings that belong to no network.</summary>
    public static string ThemesOf(params IEnumerable<(string Name, string? Value)> asked) => WithQuery(ThemesOverYears, asked);

    public static string TryOwn(Guid gathering) => $"{Try}/{gathering:D}";

    public static string TryLead(Guid gathering) => $"{TryOwn(gathering)}/fasilitator";

    public static string TryPlay(Guid gathering, string party) => $"{TryOwn(gathering)}/bli/{party}";

    /// <summary>The page of a network. Below it are its other pages.</summary>
    public static string Network(string slug) => $"{Networks}/{Uri.EscapeDataString(slug)}";

    public static string NetworkGatherings(string slug) => $"{Network(slug)}/samlinger";

    public static string NetworkIntroductions(string slug) => $"{Network(slug)}/sok-og-tilbyr";

    public static string NetworkPeople(string slug) => $"{Network(slug)}/folk";

    public static string NetworkMembers(string slug) => $"{Network(slug)}/medlemmer";

    public static string NetworkFace(string slug) => $"{Network(slug)}/utseende";

    public static string NetworkSettings(string slug) => $"{Network(slug)}/innstillinger";

    /// <summary>The keys for other programs.</summary>
    public static string NetworkApi(string slug) => $"{Network(slug)}/grensesnitt";

    public static string NextGathering(string slug) => $"{Network(slug)}/ny-samling";

    public static string NetworkCalendar(string slug) => $"{Network(slug)}/kalender.ics";

    public static string NetworkFeed(string slug) => $"{Network(slug)}/atom.xml";

    /// <summary>The link that gives a network to the first account that uses it.</summary>
    public static string OfHandover(string token) => $"overta/{token}";

    private static string WithQuery(string page, IEnumerable<(string Name, string? Value)> asked)
    {
        var query = string.Join('&', asked
            .Where(part => !string.IsNullOrEmpty(part.Value))
            .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? page : $"{page}?{query}";
    }

    private static string Of(Id<Gathering> gathering, string page) => $"samling/{gathering}/{page}";

    /// <summary>The templates of the router, which needs a slash in front.</summary>
    public static class Routes
    {
        public const string Front = "/";
        public const string Logo = $"/{Logos}/{{hash:length(64)}}";
        public const string Join = $"/{Addresses.Join}";
        public const string Code = "/k/{Code}";
        public const string SignIn = $"/{Addresses.SignIn}";
        public const string Account = $"/{Addresses.Account}";
        public const string SecondFactor = $"/{Addresses.SecondFactor}";
        public const string Accounts = $"/{Addresses.Accounts}";
        public const string SecondStep = $"/{Addresses.SecondStep}";
        public const string Forgotten = $"/{Addresses.Forgotten}";
        public const string OfRecovery = "/nytt-passord/{Token}";
        public const string FirstOrganiser = $"/{Addresses.FirstOrganiser}/{{Token}}";
        public const string Gatherings = $"/{Addresses.Gatherings}";
        public const string Import = $"/{Addresses.Import}";
        public const string Earlier = $"/{Addresses.Earlier}";
        public const string EarlierDraft = $"{Earlier}/{{Id:guid}}";
        public const string Register = $"/{Addresses.Register}";
        public const string PersonalData = $"/{Addresses.PersonalData}";
        public const string Operations = $"/{Addresses.Operations}";
        public const string DataFile = $"{PersonalData}/{{key}}/{{format}}";
        public const string Waiting = "/venter/{Person:guid}";
        public const string Reentry = "/inn/{Token}";
        public const string OfParty = "/kom/{Token}";
        public const string OfPair = "/par/{Code}/{Pair:guid}";
        public const string OfColleague = "/medarrangor/{Token}";

        public const string Board = $"/{Boards}{{Person:guid}}";
        public const string OtherParty = $"{Board}/bytt";
        public const string Leave = $"{Board}/ga-ut";
        public const string OwnLink = $"{Board}/min-lenke";
        public const string AboutMe = $"{Board}/om-meg";
        public const string AboutMeFile = $"{AboutMe}/{{format}}";
        public const string QuotesOfSeat = $"{Board}/sitater";
        public const string Quotes = "/sitater/{Token}";
        public const string Speaker = "/innleder/{Token}";
        public const string Followup = "/etter/{Token}";
        public const string FollowupCalendar = $"{Followup}/oppfolging.ics";
        public const string BriefOfLink = $"{Followup}/orienteringssak/{{format}}";
        public const string BriefOfSeat = $"{Board}/orienteringssak/{{format}}";
        public const string Offline = $"/{Addresses.Offline}";

        public const string Gathering = "/samling/{id:guid}";
        public const string Programme = $"{Gathering}/program";
        public const string Invitation = $"{Gathering}/invitasjon";
        public const string Console = $"{Gathering}/konsoll";
        public const string Rehearsal = $"{Gathering}/generalprove";
        public const string Sheets = $"{Gathering}/ark";
        public const string Wall = $"{Gathering}/vegg";
        public const string Afterwards = $"{Gathering}/etterpa";
        public const string Desk = $"{Gathering}/rapport";
        public const string Calendar = $"{Gathering}/kalender.ics";
        public const string Promises = $"{Gathering}/lofter";
        public const string PromisesCalendar = $"{Gathering}/oppfolging.ics";
        public const string CodePicture = $"{Gathering}/qr.svg";
        public const string PlanFile = $"{Gathering}/plan.json";
        public const string Words = $"{Gathering}/ord.json";
        public const string Original = $"{Gathering}/original";
        public const string Presentation = $"{Gathering}/presentasjon/{{file:guid}}";
        public const string Picture = $"{Gathering}/bilde/{{picture:guid}}";
        public const string ReportFile = $"{Gathering}/filer/{{format}}";

        public const string Briefs = $"{Gathering}/orienteringssaker.zip";
        public const string BriefOfParty = $"{Gathering}/orienteringssaker/{{party:guid}}/{{format}}";

        public const string Reports = $"/{Addresses.Reports}";
        public const string ReportsOf = $"{Reports}/nettverk/{{Network}}";
        public const string Report = $"{Reports}/{{slug}}";
        public const string LeaderPage = $"{Report}/leder";
        public const string PublishedFile = $"{Report}/fil/{{file}}";
        public const string FeedOf = $"{ReportsOf}/atom.xml";

        public const string Network = $"/{Networks}/{{Slug}}";
        public const string NetworkGatherings = $"{Network}/samlinger";
        public const string NetworkIntroductions = $"{Network}/sok-og-tilbyr";
        public const string NetworkPeople = $"{Network}/folk";
        public const string NetworkMembers = $"{Network}/medlemmer";
        public const string NetworkFace = $"{Network}/utseende";
        public const string NetworkSettings = $"{Network}/innstillinger";
        public const string NetworkApi = $"{Network}/grensesnitt";
        public const string NextGathering = $"{Network}/ny-samling";
        public const string NetworkCalendar = $"{Network}/kalender.ics";
        public const string NetworkFeed = $"{Network}/atom.xml";
        public const string OfHandover = "/overta/{Token}";
        public const string Search = $"/{Addresses.Search}";
        public const string ThemesOverYears = $"/{Addresses.ThemesOverYears}";
        public const string ThemesOfNetwork = "/nettverk/{Slug}/temaer";

        public const string Try = $"/{Addresses.Try}";
        public const string TryOwn = $"{Try}/{{Gathering:guid}}";
        public const string TryLead = $"{TryOwn}/fasilitator";
        public const string TryPlay = $"{TryOwn}/bli/{{name}}";

        public const string Privacy = $"/{Addresses.Privacy}";
        public const string Accessibility = $"/{Addresses.Accessibility}";
        public const string Pack = $"/{Addresses.Pack}";
        public const string PackFile = $"{Pack}/{{language}}.docx";
        public const string NotFound = $"/{Addresses.NotFound}";
        public const string Failed = $"/{Addresses.Failed}";
        public const string Status = "/status/{Code:int}";

        /// <summary>The same page, in the format of <c>UseStatusCodePagesWithReExecute</c>.</summary>
        public const string StatusAnswer = "/status/{0}";
    }

    /// <summary>What the HTTP interface answers, below <see cref="Api"/>.</summary>
    internal static class OfApi
    {
        public const string Network = "network";
        public const string Gatherings = "gatherings";
        public const string Programme = $"{Gatherings}/{{id:guid}}/programme";
        public const string Archive = $"{Gatherings}/{{id:guid}}/archive";
        public const string Reports = "reports";
        public const string Report = $"{Reports}/{{slug}}";
        public const string Webhooks = "webhooks";
        public const string Webhook = $"{Webhooks}/{{id:guid}}";
    }
}

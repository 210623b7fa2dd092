using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Colours;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Networks.Keeping;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Networks.Look;

/// <summary>
/// Where the owner sets the logo, the name beside it and the two colours of a network, and sees them on board, wall and report. A colour
/// that cannot be read is not saved: the nearest that can is offered in its field.
/// </summary>
public sealed partial class NetworkFacePage : NetworkKeepingPart
{
    // More than a picture may have, so that the page itself can say that a picture is too large.
    private const int LargestForm = 2 * (int)PictureEncoder.MostBytes;

    private bool _told;

    [Inject]
    internal IStringLocalizer<FaceTexts> F { get; set; } = null!;

    [Inject]
    internal IStringLocalizer<PictureTexts> PictureTexts { get; set; } = null!;

    [Inject]
    internal IStringLocalizer<FileTexts> FileTexts { get; set; } = null!;

    [Inject]
    internal FileStore Files { get; set; } = null!;

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    [SupplyParameterFromForm(Name = "logo", FormName = "logo")]
    public IFormFile? LogoField { get; set; }

    [SupplyParameterFromForm(Name = "bildetekst", FormName = "logo")]
    public string? TextField { get; set; }

    [SupplyParameterFromForm(Name = "navn", FormName = "vist-navn")]
    public string? NameField { get; set; }

    [SupplyParameterFromForm(Name = "farge-tekst", FormName = "farger")]
    public string? PrimaryField { get; set; }

    [SupplyParameterFromForm(Name = "farge-strek", FormName = "farger")]
    public string? SecondaryField { get; set; }

    /// <summary>
    /// The face that the form was filled in from, as JSON in base 64: what others have changed since then is not set back.
    /// </summary>
    [SupplyParameterFromForm(Name = "sett")]
    public string? SeenField { get; set; }

    internal override string Here => AddressOf(Slug);

    protected override NetworkRole Least => NetworkRole.Owner;

    private NetworkFace Shown => View?.Face ?? NetworkFace.None;

    protected override string AddressOf(string slug) => Addresses.NetworkFace(slug);

    private NetworkFace Seen => _told || !TryRead(SeenField, out var seen) ? Shown : seen;

    private string SeenText => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(Seen, GatheringJson.Options));

    private Task SetAsync(NetworkFace face, string form) =>
        AskAsync(new NetworkChange.FaceSet(face == NetworkFace.None ? null : face) { Seen = Seen }, form);

    // Whoever is told what stands now has seen it: saved again, the form sets what it says.
    protected override string Say(Refusal refusal)
    {
        if (refusal.Reason != RefusalReason.ChangedByOther) return base.Say(refusal);
        _told = true;
        return F["ChangedByOther"];
    }

    private async Task KeepLogoAsync()
    {
        if (LogoField is not { Length: > 0 } file)
        {
            Faults["logo"] = F["LogoMissing"];
            return;
        }

        await using var upload = file.OpenReadStream();
        switch (await PictureEncoder.EncodeAsync(upload, PictureSize.Logo, Http?.RequestAborted ?? default))
        {
            case PictureOutcome.Refused refused:
                Faults["logo"] = PictureTexts.Say(refused);
                break;
            case PictureOutcome.Encoded encoded:
                await KeepLogoAsync(encoded, file.FileName);
                break;
        }
    }

    private async Task KeepLogoAsync(PictureOutcome.Encoded logo, string name)
    {
        using var content = new MemoryStream(logo.Bytes);
        switch (await Files.KeepAsync(FormId, FileOwner.OfNetwork(View!.Id), FileKind.Logo, name, content))
        {
            case FileOutcome.Refused refused:
                Faults["logo"] = FileTexts.Say(refused.Why, FileKind.Logo);
                break;
            case FileOutcome.Kept kept:
                await SetAsync(
                    Seen with
                    {
                        Logo = kept.File.Hash,
                        LogoText = ((PlainText)TextField).OnOneLine,
                        LogoWidth = logo.Width,
                        LogoHeight = logo.Height,
                    },
                    "logo");
                // What was refused is not kept. Every other logo stays with the network, so that a change can be undone.
                if (FaultOf("logo") is not null) await Files.RemoveAsync(kept.File.Id);
                break;
        }
    }

    private Task RemoveLogoAsync() =>
        SetAsync(Seen with { Logo = null, LogoText = default, LogoWidth = 0, LogoHeight = 0 }, "uten-logo");

    private Task NameAsync() => SetAsync(Seen with { Name = ((PlainText)NameField).OnOneLine }, "vist-navn");

    private async Task ColourAsync()
    {
        var primary = Read(PrimaryField, "farge-tekst", ColourUse.Text);
        var secondary = Read(SecondaryField, "farge-strek", ColourUse.Graphics);
        if (FaultOf("farge-tekst") is null && FaultOf("farge-strek") is null)
        {
            await SetAsync(Seen with { Primary = primary, Secondary = secondary }, "farger");
            return;
        }

        (PrimaryField, SecondaryField) = (primary ?? PrimaryField, secondary ?? SecondaryField);
    }

    private static bool TryRead(string? written, [NotNullWhen(true)] out NetworkFace? face)
    {
        face = null;
        try
        {
            face = string.IsNullOrEmpty(written)
                ? null
                : JsonSerializer.Deserialize<NetworkFace>(Convert.FromBase64String(written), GatheringJson.Options);
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            // Somebody has changed the form by hand.
        }

        return face is not null;
    }

    /// <summary>The colour that is written in a field, or the nearest that can be read; null for none and for what is no colour.</summary>
    private string? Read(string? written, string field, ColourUse use)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        if (!Colour.TryParse(written, out var colour))
        {
            Faults[field] = F["NoColour", written.Trim()];
            return null;
        }

        var verdict = FaceColours.Judge(colour, use);
        if (!verdict.IsReadable)
            Faults[field] = F[
                "Unreadable", colour, FaceColourField.Ratio(verdict.Contrast), FaceColourField.Ratio(verdict.Needed), verdict.Near];
        return verdict.Near.ToString();
    }
}

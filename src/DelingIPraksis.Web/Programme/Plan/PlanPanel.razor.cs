using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Programme.Plan;

/// <summary>The group work: its theme, its phases, and the plans to start from.</summary>
public sealed partial class PlanPanel : GatheringPart<ProgrammeSession>
{
    private const int LargestFile = 200_000;

    private IReadOnlyList<PlanTemplate> _own = [];
    private Id<User>? _user;
    private bool _keeps;
    private bool _keepsCommon;
    private PhaseKind _new = PhaseKind.Board;
    private string _name = "";
    private string? _fault;

    [Inject]
    internal ProgrammeServices Services { get; set; } = null!;

    [Inject]
    internal IStringLocalizer<PhaseTexts> Phases { get; set; } = null!;

    private int Minutes => View.Plan.Sum(phase => phase.Minutes);

    /// <summary>When the plan would end if it began with the gathering. It shows a plan that is too long.</summary>
    private string Until =>
        View.Facts is { StartsAt: { } from, EndsAt: { } to } && Minutes > (to - from).TotalMinutes ? T["LongerThanDay"] : "";

    protected override async Task OnInitializedAsync()
    {
        _user = (await Services.Visitor.AsAccountAsync() as Actor.Account)?.User;
        _keepsCommon = await Services.Visitor.MayAsync(ServiceRight.KeepCommonPlans);
        _keeps = _keepsCommon || await Services.Visitor.MayAsync(ServiceRight.KeepPlans);
        _own = await Services.Templates.AllAsync(_user);
    }

    private bool MayRemove(PlanTemplate plan) => plan.IsCommon ? _keepsCommon : _keeps;

    private Task<string?> ThemeAsync(string text)
    {
        var before = View.Theme;
        // A theme needs a plan, so the full standard plan is added. It can be changed.
        var plan = View.Plan.Count == 0 ? PhasePlans.Full : null;
        PlainText written = text;
        PlainText? Put(PlainText now) => now == before || now == written ? written : null;
        return Session.PlanAsync(Put, now => now.IsEmpty ? plan ?? now : now);
    }

    private async Task UseAsync(ChangeEventArgs chosen)
    {
        var key = chosen.Value as string ?? "";
        if (key.Length == 0) return;
        await PutAsync(
            key.StartsWith("egen:", StringComparison.Ordinal)
                ? _own.FirstOrDefault(own => own.Name == key[5..])?.Phases
                : GatheringTemplate.Of(key).Plan
        );
    }

    private async Task PutAsync(ImmutableList<Phase>? plan)
    {
        if (plan is null) return;
        ImmutableList<Phase> before = [.. View.Plan];
        await ReplanAsync(now => now.SequenceEqual(before) ? plan : null);
    }

    private Task AddAsync() => ReplanAsync(now => now.Add(new Phase(_new, 5)));

    private Task AddRoundAsync()
    {
        var rounds = View.Rounds;
        // A second press before the reply adds no second round.
        return ReplanAsync(now => PlanRounds.CountOf(now) == rounds ? PlanRounds.WithOneMore(now) : null);
    }

    private async Task ReplanAsync(Func<ImmutableList<Phase>, ImmutableList<Phase>?> change)
    {
        if (!await TryAsync(Session.PlanAsync(theme => ThemeOrDefault(theme), change))) return;
        Session.Say("PlanIs", Session.View.Plan.Sum(phase => phase.Minutes));
    }

    private async Task SaveAsync()
    {
        var name = new PlainText(_name).OnOneLine;
        if (!_keeps)
        {
            _fault = T["TemplateNotInTheDemo"];
            return;
        }

        _fault = name.IsEmpty ? T["TemplateNameMissing"].Value : name.Length > Limits.Name ? T["LineTooLong", Limits.Name].Value : null;
        if (_fault is not null) return;
        _fault = await Session.StoreAsync(async () =>
        {
            await Services.Templates.SaveAsync(new(name.Value, [.. View.Plan]), _keepsCommon ? null : _user);
            (_own, _name) = (await Services.Templates.AllAsync(_user), "");
            Session.Say("TemplateSaved", name);
        });
    }

    private async Task RemoveAsync(PlanTemplate own)
    {
        if (!MayRemove(own)) return;
        await Services.Templates.RemoveAsync(own.Name, own.IsCommon ? null : _user);
        _own = await Services.Templates.AllAsync(_user);
    }

    private async Task FileAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.File.Size > LargestFile)
        {
            _fault = T["PlanFileSize", LargestFile / 1000];
            return;
        }

        using var content = new MemoryStream();
        await using var stream = chosen.File.OpenReadStream(LargestFile);
        await stream.CopyToAsync(content);
        var (plan, fault) = PlanTemplates.Read(content.ToArray());
        _fault = fault is null ? null : T[fault.Text, fault.Figures].Value;
        if (plan is null) return;
        _name = plan.Name;
        await PutAsync(plan.Phases);
    }

    private PlainText ThemeOrDefault(PlainText theme) => theme.IsEmpty ? View.Facts.Title : theme;
}

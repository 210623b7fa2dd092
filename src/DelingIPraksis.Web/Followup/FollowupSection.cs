using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Followup;

/// <summary>
/// A section of a party's own page after the gathering. A feature adds one with <see cref="FollowupSetup.AddFollowupSection{T}"/>, so that
/// the page knows no feature.
/// </summary>
/// <param name="Order">Its place on the page; the lowest comes first.</param>
/// <param name="Component">A component that derives from <see cref="FollowupSectionBase"/>.</param>
internal sealed record FollowupSection(int Order, Type Component);

/// <summary>
/// What every section is given. A section that has nothing to say renders nothing. It is rendered by the server and never interactive: a
/// form has a name of its own (<c>@formname</c>), an <c>AntiforgeryToken</c> and an <c>@onsubmit</c>, changes nothing on GET, and ends in
/// <see cref="FollowupParty.SavedAt"/>.
/// </summary>
public abstract class FollowupSectionBase : ComponentBase
{
    /// <summary>The party whose page it is.</summary>
    [Parameter, EditorRequired]
    public FollowupParty Party { get; set; } = null!;

    /// <summary>
    /// The section that has just saved an answer, by the id that it gave to <see cref="FollowupParty.SavedAt"/>; otherwise empty.
    /// </summary>
    [Parameter]
    public string Saved { get; set; } = "";
}

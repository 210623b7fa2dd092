using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Networks;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Networks;

/// <summary>
/// A page of a network. It finds the network at the address, as the visitor may see it. One that is not there for the visitor and one that
/// does not exist get the same answer.
/// </summary>
public abstract class NetworkPart : ComponentBase
{
    [Parameter]
    public string Slug { get; set; } = "";

    [Inject]
    internal NetworkLists Networks { get; set; } = null!;

    [Inject]
    internal IVisitor Visitor { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    /// <summary>The network, or null when the page is not for the visitor.</summary>
    protected NetworkView? View { get; private set; }

    /// <summary>Who looks.</summary>
    protected Actor Actor { get; private set; } = new Actor.Stranger();

    /// <summary>The least role that the page is for; none for a page that anybody may see.</summary>
    protected virtual NetworkRole Least => NetworkRole.Observer;

    /// <summary>The address of the page with another name for the network.</summary>
    protected abstract string AddressOf(string slug);

    /// <summary>Prepares the page, when it is for the visitor.</summary>
    protected abstract Task PrepareAsync(NetworkView view);

    protected sealed override async Task OnInitializedAsync()
    {
        Actor = await Visitor.AsAccountAsync();
        if (await Networks.FindAsync(Slug, Actor) is not var (view, slug) || view.Role < Least)
        {
            Navigation.NotFound();
            return;
        }

        if (slug != Slug)
        {
            Navigation.NavigateTo(AddressOf(slug));
            return;
        }

        View = view;
        await PrepareAsync(view);
    }
}

using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>Whoever the test says is signed in, without a seat and without rights in the service.</summary>
internal sealed class Guest(Func<Actor> actor) : IVisitor
{
    public ValueTask<Seat?> FindSeatAsync(Id<Person> person) => ValueTask.FromResult<Seat?>(null);

    public ValueTask<Actor> AsAccountAsync() => ValueTask.FromResult(actor());
}

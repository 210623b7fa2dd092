using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.PersonalData;

/// <summary>Erases a person on request, and says what is in the way.</summary>
internal sealed class PersonErasure(
    Database database,
    IRooms rooms,
    GatheringErasure erasure,
    AccountErasure accounts,
    IStringLocalizer<PersonTexts> texts
)
{
    /// <summary>What is in the way of erasing a person, in words; null when nothing is.</summary>
    public async Task<string?> ObstacleAsync(PersonMatch person, PersonScope scope, Id<User> by)
    {
        if (person.Kind == PersonKind.Participant)
            return scope.Organised.Contains(await GatheringOfAsync(new(person.Id))) ? null : texts["NotYourGathering"].Value;
        if (!scope.Accounts) return texts["AccountsByAdministrator"];
        if (person.Id == by.Value) return texts["NotYourself"];
        if (await accounts.IsLastAdministratorAsync(person.Id)) return texts["LastAdministrator"];
        return await accounts.OnlyOwnerOfAsync(new(person.Id)) is { Count: > 0 } alone
            ? texts["OnlyOwner", string.Join(", ", alone.Select(title => $"«{title}»"))].Value
            : null;
    }

    /// <summary>Erases a person. The answer is what is in the way; null when no byte of the name is left.</summary>
    public async Task<string?> EraseAsync(PersonMatch person, PersonScope scope, Id<User> by)
    {
        if (await ObstacleAsync(person, scope, by) is { } obstacle) return obstacle;
        if (person.Kind == PersonKind.Account) return await accounts.EraseAsync(person.Id) ? null : texts["NotErased"].Value;
        return await EraseSeatAsync(new(person.Id), new Actor.Account(by));
    }

    /// <summary>Somebody erases herself.</summary>
    public Task<string?> EraseOwnAsync(Seat seat) => EraseSeatAsync(seat.Person, seat.Actor);

    private async Task<string?> EraseSeatAsync(Id<Person> person, Actor by)
    {
        var gathering = await GatheringOfAsync(person);
        return await rooms.SubmitAsync(gathering, by, new Change.PersonErased(person), Guid.CreateVersion7()) switch
        {
            Reply.Kept => null,
            // Somebody who only knocked long ago is in a table and in no list.
            Reply.Refused { Refusal.Reason: RefusalReason.NoSuchPerson } => await EraseRowsAsync(gathering, person),
            _ => texts["NotErased"].Value,
        };
    }

    private async Task<string?> EraseRowsAsync(Id<Gathering> gathering, Id<Person> person)
    {
        await erasure.ErasePersonAsync(gathering, person);
        return null;
    }

    private Task<Id<Gathering>> GatheringOfAsync(Id<Person> person) =>
        database.ReadAsync(context => GatheringErasure.GatheringOfAsync(context, person));
}

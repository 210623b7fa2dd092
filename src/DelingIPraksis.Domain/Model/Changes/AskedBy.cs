namespace DelingIPraksis.Domain.Gatherings;

// Who may ask for a change. A change has at least one of these markers; `Permissions` reads them.

/// <summary>The change is asked for by those who lead the group work: facilitators and organisers.</summary>
public interface IByLeader;

/// <summary>The change is asked for by the organisers, who own the gathering.</summary>
public interface IByOwner;

/// <summary>
/// A participant asks for the change, for its own party. The change is refused when the group work has ended, unless it is also <see
/// cref="IAfterEnd"/>.
/// </summary>
public interface IByParticipant;

/// <summary>The change may be asked for by a participant also when the group work has ended.</summary>
public interface IAfterEnd : IByParticipant;

/// <summary>The change is asked for by the application alone: the door checks the code before it lets a person in.</summary>
public interface IByApplication;

/// <summary>The change begins a gathering: no one has a role in it yet, and the rules ask only for an account.</summary>
public interface IByAnyAccount;

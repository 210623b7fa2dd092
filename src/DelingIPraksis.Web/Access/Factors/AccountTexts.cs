namespace DelingIPraksis.Web.Access.Factors;

/// <summary>The ways into an account: passkeys, the second step, sign-ins, recovery.</summary>
public sealed class AccountTexts;

namespace DelingIPraksis.Web.Console.Afterwards;

/// <summary>What a session that is over can teach.</summary>
public sealed class AfterwardsTexts;

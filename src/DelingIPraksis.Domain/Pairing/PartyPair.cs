namespace DelingIPraksis.Domain.Pairing;

/// <summary>Two parties in a rule. The order matters only in a wish: the first wishes to meet the second.</summary>
public sealed record PartyPair(string First, string Second);

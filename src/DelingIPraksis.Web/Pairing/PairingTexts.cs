namespace DelingIPraksis.Web.Pairing;

/// <summary>Why two were put together, and why none can be.</summary>
public sealed class PairingTexts;

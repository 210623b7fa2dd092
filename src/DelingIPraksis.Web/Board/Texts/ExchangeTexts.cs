namespace DelingIPraksis.Web.Board;

/// <summary>The exchange between partners: what the other does now, notes while listening, feedback part by part, coming late.</summary>
public sealed class ExchangeTexts;

namespace DelingIPraksis.Web.Board;

/// <summary>Texts about the exchange: what the partner does now, notes while listening, feedback on each part, joining late.</summary>
public sealed class ExchangeTexts;

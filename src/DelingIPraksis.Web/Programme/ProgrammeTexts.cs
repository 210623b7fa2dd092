namespace DelingIPraksis.Web.Programme;

/// <summary>Setting up a gathering: facts, those invited, blocks, the plan, colleagues; and the register.</summary>
public sealed class ProgrammeTexts;

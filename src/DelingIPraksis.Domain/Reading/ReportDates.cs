namespace DelingIPraksis.Domain.Reading;

/// <summary>Reads the date that somebody types for an earlier gathering.</summary>
public static class ReportDates
{
    /// <summary>The first date of a text, such as «7. juni 2021» or «7.6.2021»; null when there is none from 2000 to 2100.</summary>
    public static DateOnly? Read(string? text) =>
        DateReader.In((text ?? "").Trim(), "").FirstOrDefault(date => date.Certainty != Certainty.Guess)?.Date;
}

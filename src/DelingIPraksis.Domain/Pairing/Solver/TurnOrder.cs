namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Decides who presents first. In a trio each comments on the next, so the direction is chosen where offers best match asks.
/// </summary>
internal static class TurnOrder
{
    public static int[] Of(CostModel model, int[] group)
    {
        int[] turns = [.. model.ByTurn(group)];
        if (turns is not [var a, var b, var c])
            return turns;
        return Help(model, a, b, c) >= Help(model, a, c, b) ? turns : [a, c, b];
    }

    private static int Help(CostModel model, int a, int b, int c) =>
        model.Matches(b, a).Count + model.Matches(c, b).Count + model.Matches(a, c).Count;
}

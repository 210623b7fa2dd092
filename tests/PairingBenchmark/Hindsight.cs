using System.Globalization;

namespace DelingIPraksis.PairingBenchmark;

/// <summary>
/// Whether 21 parties need meet again in 20 gatherings with 15 of 100 away. All gatherings are planned at once, which takes somebody who
/// knows from the first day who will be away: by exchanging two at a time, at first also for the worse (simulated annealing).
/// </summary>
internal static class Hindsight
{
    private const int Parties = 21;
    private const int Gatherings = 20;
    private const double Away = 0.15;
    private const int Steps = 20_000_000;
    private const double Warmest = 0.6;
    private const double Coldest = 0.1;

    public static void Run()
    {
        foreach (var seed in Enumerable.Range(1, 4))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {new Plan(seed).Least()} repeats in hindsight"));
    }

    // The same people come as in TenYearsTests.
    private static int[][] Present(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Gatherings)
            .Select(_ => Enumerable.Range(0, Parties).Where(_ => random.NextDouble() >= Away).ToArray())];
    }

    private sealed class Plan
    {
        private readonly int[][] _seats;
        private readonly int[,] _met = new int[Parties, Parties];
        private readonly Random _random;
        private int _repeats;

        public Plan(int seed)
        {
            (_seats, _random) = (Present(seed), new Random(seed));
            foreach (var seats in _seats)
            {
                _random.Shuffle(seats);
                for (var place = 0; place < seats.Length; place++)
                    Meet(seats, place, Others(seats.Length, place).Where(at => at > place), 1);
            }
        }

        public int Least()
        {
            var least = _repeats;
            for (var step = 0; step < Steps && least > 0; step++)
            {
                var seats = _seats[_random.Next(Gatherings)];
                var (one, other) = (_random.Next(seats.Length), _random.Next(seats.Length));
                if (GroupOf(seats.Length, one) == GroupOf(seats.Length, other)) continue;
                var before = _repeats;
                Exchange(seats, one, other);
                var warmth = Warmest * Math.Pow(Coldest / Warmest, (double)step / Steps);
                if (_repeats > before && _random.NextDouble() >= Math.Exp((before - _repeats) / warmth)) Exchange(seats, one, other);
                least = Math.Min(least, _repeats);
            }

            return least;
        }

        private void Exchange(int[] seats, int one, int other)
        {
            foreach (var place in new[] { one, other }) Meet(seats, place, Others(seats.Length, place), -1);
            (seats[one], seats[other]) = (seats[other], seats[one]);
            foreach (var place in new[] { one, other }) Meet(seats, place, Others(seats.Length, place), 1);
        }

        private void Meet(int[] seats, int place, IEnumerable<int> others, int change)
        {
            foreach (var other in others)
            {
                var (low, high) = (Math.Min(seats[place], seats[other]), Math.Max(seats[place], seats[other]));
                _repeats -= Math.Max(0, _met[low, high] - 1);
                _met[low, high] += change;
                _repeats += Math.Max(0, _met[low, high] - 1);
            }
        }

        // Two and two; the last three together when the number is odd.
        private static int GroupOf(int count, int place) => Math.Min(place / 2, (count / 2) - 1);

        private static IEnumerable<int> Others(int count, int place)
        {
            var group = GroupOf(count, place);
            for (var at = 2 * group; at < count && GroupOf(count, at) == group; at++)
                if (at != place) yield return at;
        }
    }
}

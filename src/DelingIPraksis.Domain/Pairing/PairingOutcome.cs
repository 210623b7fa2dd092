namespace DelingIPraksis.Domain.Pairing;

/// <summary>The result of a pairing: a <see cref="PairingSolution"/> or a <see cref="PairingRefusal"/>.</summary>
public abstract record PairingOutcome
{
    private protected PairingOutcome()
    {
    }
}

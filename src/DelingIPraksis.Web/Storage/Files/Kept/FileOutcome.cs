namespace DelingIPraksis.Web.Storage;

/// <summary>What became of a file that somebody wants kept.</summary>
internal abstract record FileOutcome
{
    private FileOutcome()
    {
    }

    /// <summary>It is on the disk, and so is its reference.</summary>
    public sealed record Kept(FileRow File) : FileOutcome;

    /// <summary>Nothing was kept, and nothing is left of it.</summary>
    public sealed record Refused(FileRefusal Why) : FileOutcome;
}

/// <summary>Why a file is not kept. <see cref="FileWords"/> puts it into words.</summary>
internal enum FileRefusal
{
    /// <summary>Larger than its kind may be.</summary>
    TooLarge,

    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>Its bytes are of none of the formats of its kind, whatever it is called.</summary>
    WrongFormat,

    /// <summary>The disk is full, or would be.</summary>
    NoRoom,

    /// <summary>The disk or the database did not answer as it should.</summary>
    NotSaved,

    /// <summary>The gathering or the network has been erased meanwhile.</summary>
    OwnerGone,
}

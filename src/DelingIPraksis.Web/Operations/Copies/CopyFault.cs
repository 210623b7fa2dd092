using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Operations.Copies;

/// <summary>Why a copy was not taken, or could not be restored. The page has a sentence for each.</summary>
internal enum CopyFault
{
    /// <summary>The disk is full.</summary>
    NoRoom,

    /// <summary>The folder of the copies cannot be written or read.</summary>
    NoAccess,

    /// <summary>The database or the copy is damaged.</summary>
    Damaged,

    /// <summary>What was restored is not what the copy has.</summary>
    Different,

    /// <summary>Something else: the log has it.</summary>
    Other,
}

internal static class CopyFaults
{
    /// <summary>Whether a copy can fail so.</summary>
    public static bool Is(Exception fault) => StoreFault.Is(fault) || StoreFault.IsOfData(fault) || fault is StartRefusedException;

    public static CopyFault Of(Exception fault, string path) => fault switch
    {
        _ when StoreFault.IsFull(fault, path) => CopyFault.NoRoom,
        UnauthorizedAccessException or DirectoryNotFoundException => CopyFault.NoAccess,
        StartRefusedException { InnerException: UnauthorizedAccessException } => CopyFault.NoAccess,
        StartRefusedException => CopyFault.Damaged,
        _ when StoreFault.IsOfData(fault) => CopyFault.Damaged,
        IOException when !Directory.Exists(path) => CopyFault.NoAccess,
        _ => CopyFault.Other,
    };
}

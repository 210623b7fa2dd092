using System.Text;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.ThemesBenchmark;

/// <summary>The lexicon with the thesaurus that is installed on this machine (the Debian package <c>mythes-no</c>).</summary>
internal static class Machine
{
    private const string Folder = "/usr/share/mythes";

    /// <summary>Null when none is installed. <c>MYTHES</c> names another folder.</summary>
    public static Lexicon? Lexicon()
    {
        var folder = Environment.GetEnvironmentVariable("MYTHES") ?? Folder;
        string[] files = [.. new[] { "th_nb_NO_v2.dat", "th_nn_NO_v2.dat" }.Select(name => Path.Combine(folder, name)).Where(File.Exists)];
        return files.Length == 0
            ? null
            : Domain.Synthesis.Themes.Lexicon.Standard.With(
                Thesaurus.Read(files.Select(file => File.ReadLines(file, Encoding.Latin1).Skip(1))));
    }
}

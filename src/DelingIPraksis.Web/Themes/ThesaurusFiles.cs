using System.Text;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Web.Themes;

/// <summary>
/// Reads the Norwegian thesaurus of a folder, such as <c>/usr/share/mythes</c> of the Debian package <c>mythes-no</c> (GPL). It is read
/// where it is and never copied.
/// </summary>
internal static class ThesaurusFiles
{
    private static readonly string[] Names = ["th_nb_NO_v2.dat", "th_nn_NO_v2.dat"];

    /// <summary>The words of the files that are there.</summary>
    /// <exception cref="FileNotFoundException">None is there.</exception>
    public static Thesaurus Read(string folder)
    {
        List<string> files = [.. Names.Select(name => Path.Combine(folder, name)).Where(File.Exists)];
        if (files.Count == 0) throw new FileNotFoundException(null, Path.Combine(folder, Names[0]));
        return Thesaurus.Read(files.Select(file => File.ReadLines(file, Encoding.Latin1).Skip(1)));
    }
}

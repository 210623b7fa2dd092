using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// The keys of cookies and sealed links in the database, so that every service on the same database has the same. In a data folder they lie
/// in files.
/// </summary>
/// <remarks>The framework asks without waiting, a few times in the life of a service.</remarks>
internal sealed class DatabaseKeys(KeptFiles files) : IXmlRepository
{
    /// <summary>What they are among the kept files.</summary>
    public const string Kind = "key";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        files.AllAsync(Kind).GetAwaiter().GetResult().ConvertAll(file => XElement.Parse(Encoding.UTF8.GetString(file.Content)));

    public void StoreElement(XElement element, string friendlyName) =>
        files.PutAsync(Kind, friendlyName, Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)))
            .GetAwaiter()
            .GetResult();
}

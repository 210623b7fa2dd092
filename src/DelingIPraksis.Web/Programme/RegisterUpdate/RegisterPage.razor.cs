using System.Globalization;
using DelingIPraksis.Domain.Places;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace DelingIPraksis.Web.Programme;

/// <summary>Reads a newer register of municipalities from a file, shows the differences, and takes it into use.</summary>
public sealed partial class RegisterPage : ComponentBase
{
    private bool _mayChange;
    private byte[] _file = [];
    private MunicipalityRegister? _read;
    private RegisterDifference? _news;
    private IReadOnlyList<PlaceChange>? _changes;
    private IReadOnlyList<PlaceChange> _newChanges = [];
    private string? _fault;
    private string? _said;

    [Inject]
    internal ProgrammeServices Services { get; set; } = null!;

    [Inject]
    internal Registers Registers { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _mayChange = await Services.Visitor.MayAsync(ServiceRight.ChangeRegister);
        if (!_mayChange) Services.Navigation.NotFound();
    }

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        Forget();
        (_fault, _said) = (null, null);
        if (chosen.File.Size > RegisterFile.LargestBytes)
        {
            _fault = T["RegisterTooLarge", RegisterFile.LargestBytes / 1_000_000];
            return;
        }

        using var content = new MemoryStream();
        await using var stream = chosen.File.OpenReadStream(RegisterFile.LargestBytes);
        await stream.CopyToAsync(content);
        _file = content.ToArray();
        if (ChangesFile.IsOne(_file))
        {
            ReadChanges();
            return;
        }

        var (read, fault) = RegisterFile.Read(_file);
        (_read, _fault) = (read, fault is null ? null : T[fault.Text, fault.Figures].Value);
        _news = read is null ? null : RegisterDifference.Between(MunicipalityRegister.Current, read);
    }

    private void ReadChanges()
    {
        var (changes, fault) = ChangesFile.Check(_file, MunicipalityRegister.Current);
        (_changes, _fault) = (changes, fault is null ? null : T[fault.Text, fault.Figures].Value);
        _newChanges = changes is null ? [] : ChangesFile.NotIn(MunicipalityRegister.Current.Changes, changes);
    }

    // A municipality that is gone without a change that says what it became.
    private static List<Municipality> Unexplained(MunicipalityRegister read, RegisterDifference news) =>
        [.. news.Gone.Where(one => read.Municipalities.Numbered(one.Number).Count == 0)];

    private static string Told(Municipality one) => $"{one.Number} {one.OfficialName}";

    private static string Told(PlaceChange one) =>
        string.Create(CultureInfo.InvariantCulture, $"{one.Year}: {one.OldNumber} {one.OldName} → {one.NewNumber} {one.NewName}");

    private Task UseChangesAsync() => TryAsync(() => Registers.UseChangesAsync(_file, _changes!), "ChangesUsed");

    private Task UseAsync() => TryAsync(() => Registers.UseAsync(_file, _read!), "RegisterUsed");

    private Task UseOwnAsync() => TryAsync(Registers.UseOwnAsync, "RegisterOwnUsed");

    private void Forget() => (_read, _news, _changes, _newChanges) = (null, null, null, []);

    private async Task TryAsync(Func<Task> act, string said)
    {
        // Checked again: the right may have been withdrawn since the page was opened.
        if (!await Services.Visitor.MayAsync(ServiceRight.ChangeRegister)) return;
        try
        {
            await act();
            Forget();
            (_fault, _said) = (null, T[said]);
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            _fault = Services.Refusals.SayNotStored();
        }
    }
}

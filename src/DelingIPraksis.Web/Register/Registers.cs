using DelingIPraksis.Domain.Places;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Register;

/// <summary>Activates a newer register, and a newer list of changes, and keeps them across restarts.</summary>
internal sealed class Registers(KeptFiles files) : IHostedService
{
    private const string Kind = "register";
    private const string Municipalities = "kommuner";
    private const string Changes = "endringer";

    /// <summary>Activates the register of a file that has been read and validated.</summary>
    public async Task UseAsync(byte[] file, MunicipalityRegister register)
    {
        await files.PutAsync(Kind, Municipalities, file);
        MunicipalityRegister.Use(register.With(MunicipalityRegister.Current.Changes));
    }

    /// <summary>Activates the changes of a file that has been read and validated, in addition to the built-in ones.</summary>
    public async Task UseChangesAsync(byte[] file, IReadOnlyList<PlaceChange> changes)
    {
        await files.PutAsync(Kind, Changes, file);
        MunicipalityRegister.Use(MunicipalityRegister.Current.With(ChangesFile.Joined(changes)));
    }

    /// <summary>Goes back to the built-in register and the built-in changes.</summary>
    public async Task UseOwnAsync()
    {
        await files.RemoveAsync(Kind, Municipalities);
        await files.RemoveAsync(Kind, Changes);
        MunicipalityRegister.Use(null);
    }

    /// <summary>Activates what is kept.</summary>
    public async Task LoadAsync()
    {
        var kept = await files.AllAsync(Kind);
        var register = kept.Find(file => file.Name == Municipalities) is { } newer ? RegisterFile.Read(newer.Content).Register : null;
        var changes = kept.Find(file => file.Name == Changes) is { } list ? ChangesFile.Read(list.Content).Changes : null;
        MunicipalityRegister.Use(changes is null ? register : (register ?? MunicipalityRegister.Own).With(ChangesFile.Joined(changes)));
    }

    public Task StartAsync(CancellationToken cancellationToken) => LoadAsync();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

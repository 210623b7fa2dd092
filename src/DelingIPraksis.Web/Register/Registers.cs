using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Register;

/// <summary>Activates a newer register, and keeps it across restarts.</summary>
internal sealed class Registers(KeptFiles files) : IHostedService
{
    private const string Kind = "register";
    private const string Name = "kommuner";

    /// <summary>Activates the register of a file that has been read and validated.</summary>
    public async Task UseAsync(byte[] file, MunicipalityRegister register)
    {
        await files.PutAsync(Kind, Name, file);
        MunicipalityRegister.Use(register);
    }

    /// <summary>Goes back to the built-in register.</summary>
    public async Task UseOwnAsync()
    {
        await files.RemoveAsync(Kind, Name);
        MunicipalityRegister.Use(null);
    }

    public async Task StartAsync(CancellationToken cancellationToken) =>
        MunicipalityRegister.Use(
            (await files.AllAsync(Kind)).Find(file => file.Name == Name) is { } kept ? RegisterFile.Read(kept.Content).Register : null
        );

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Register;

/// <summary>Takes a newer register into use, and remembers it from one start to the next.</summary>
internal sealed class Registers(KeptFiles files) : IHostedService
{
    private const string Kind = "register";
    private const string Name = "kommuner";

    /// <summary>The file becomes the register from now on. It has been read and found right.</summary>
    public async Task UseAsync(byte[] file, MunicipalityRegister register)
    {
        await files.PutAsync(Kind, Name, file);
        MunicipalityRegister.Use(register);
    }

    /// <summary>Goes back to the register that the program brings with it.</summary>
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

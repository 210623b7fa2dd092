using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Drafts in the database. A draft is durable when the task ends. While one write runs, all later drafts wait for the next transaction, and
/// only the newest of each field is written.
/// </summary>
internal sealed class Drafts(Database database, TimeProvider time) : IDrafts
{
    private readonly Lock _gate = new();
    private Batch _next = new();
    private bool _writing;

    public async Task<IReadOnlyDictionary<string, string>> OfAsync(Id<Person> person) => await database.ReadAsync(context => context.Drafts
        .Where(draft => draft.Person == person)
        .ToDictionaryAsync(draft => draft.Field, draft => draft.Text));

    public Task KeepAsync(Id<Person> person, string field, string text)
    {
        lock (_gate)
        {
            _next.Texts[(person, field)] = text;
            var kept = _next.Kept.Task;
            if (!_writing)
            {
                _writing = true;
                _ = WriteAllAsync();
            }

            return kept;
        }
    }

    private async Task WriteAllAsync()
    {
        while (true)
        {
            Batch batch;
            lock (_gate)
            {
                if (_next.Texts.Count == 0)
                {
                    _writing = false;
                    return;
                }

                (batch, _next) = (_next, new Batch());
            }

            try
            {
                await database.WriteAsync(context => WriteAsync(context, batch));
                batch.Kept.SetResult();
            }
            catch (Exception fault)
            {
                // The callers are told: the browser has the text too, and tries again.
                batch.Kept.SetException(fault);
            }
        }
    }

    private async Task WriteAsync(AppDbContext context, Batch batch)
    {
        foreach (var ((person, field), text) in batch.Texts)
        {
            var there = await context.Drafts.FindAsync(person, field);
            if (text.Length == 0)
            {
                if (there is not null) context.Drafts.Remove(there);
            }
            else if (there is null)
                context.Drafts.Add(
                    new Draft
                    {
                        Person = person,
                        Field = field,
                        Text = text,
                        UpdatedAt = time.GetUtcNow(),
                    }
                );
            else (there.Text, there.UpdatedAt) = (text, time.GetUtcNow());
        }
    }

    private sealed class Batch
    {
        public Dictionary<(Id<Person> Person, string Field), string> Texts { get; } = [];

        public TaskCompletionSource Kept { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

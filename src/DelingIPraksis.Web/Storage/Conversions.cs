using DelingIPraksis.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DelingIPraksis.Web.Storage;

/// <summary>An instant as UTC ticks: the only form that every database can both store exactly and compare.</summary>
internal sealed class UtcTicks()
    : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

internal sealed class IdAsGuid<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));

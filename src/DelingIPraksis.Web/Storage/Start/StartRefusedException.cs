namespace DelingIPraksis.Web.Storage;

/// <summary>The application does not start. The message is a sentence for the person who started it.</summary>
internal sealed class StartRefusedException(string sentence, Exception? because = null) : Exception(sentence, because);

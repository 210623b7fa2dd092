namespace DelingIPraksis.Web.Storage;

/// <summary>The application does not start; the message is a sentence for the one who started it.</summary>
internal sealed class StartRefusedException(string sentence, Exception? because = null) : Exception(sentence, because);

System.Console.WriteLine("no load yet");

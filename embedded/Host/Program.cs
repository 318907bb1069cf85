return await Samkjop.Host.CommandLine.SamkjopCommand.RunAsync(args);

"""From files to the dossier: is it written right? Only this stage opens inputs and knows YAML."""

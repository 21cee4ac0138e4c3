a = « target »
b = « target »
